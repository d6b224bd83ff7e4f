import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import type { ToolObject } from "../../src/blueprint/blueprint.ts";
import { fn, onError, raw, tool } from "../../src/index.ts";
import { blueprintOf, lastModule, mistakesIn, wait } from "./printed.ts";

const agent = raw.module<{ readonly response: string }>({ module: "ai-local-agent:RunLocalAIAgent", version: 0 });

describe("the tools of an agent", () => {
  test("are flows of their own, which read what the agent hands them and what stands in front", () => {
    const last = lastModule((flow) => {
      const { value } = flow.step("City", tools.compose({ value: "Basel" }));
      flow.step("Agent", agent, {
        tools: [
          tool<{ readonly day: string }>(
            "weather",
            (flow, given) => {
              const text = flow.step("Ask", tools.compose({ value: fn.upper(given.day) }));
              flow.step("Answer", raw.module({ module: "a:b", version: 1, mapper: { text: text.value, city: value } }));
            },
            { description: "Tells the weather" },
          ),
          tool("clock", (flow) => void flow.step("Look", wait)),
        ],
      });
    });
    expect(last).toMatchObject({
      id: 2,
      tools: [
        {
          name: "weather",
          description: "Tells the weather",
          flow: [
            { id: 3, mapper: { value: "{{upper(2.day)}}" } },
            { id: 4, mapper: { text: "{{3.value}}", city: "{{1.value}}" } },
          ],
        },
        { name: "clock", flow: [{ id: 5, module: "util:FunctionSleep" }] },
      ],
    });
    expect((last as { readonly tools: readonly ToolObject[] }).tools[1]).not.toHaveProperty("description");
  });

  test("may have agents with tools in them", () => {
    const { flow } = blueprintOf((flow) => {
      flow.step("Agent", agent, {
        tools: [
          tool<{ readonly a: string }>("outer", (flow, outer) => {
            flow.step("Inner agent", agent, {
              tools: [
                tool<{ readonly b: string }>(
                  "inner",
                  (flow, inner) =>
                    void flow.step(
                      "Use",
                      raw.module({ module: "a:b", version: 1, mapper: { a: outer.a, b: inner.b } }),
                    ),
                ),
              ],
            });
          }),
        ],
      });
    });
    expect(flow).toMatchObject([
      { tools: [{ flow: [{ tools: [{ flow: [{ mapper: { a: "{{1.a}}", b: "{{2.b}}" } }] }] }] }] },
    ]);
  });

  test.for<[string, Parameters<typeof mistakesIn>[0], string]>([
    [
      "without steps",
      (flow) => void flow.step("Agent", agent, { tools: [tool("empty", () => undefined)] }),
      "The tool `empty` has no steps",
    ],
    [
      "whose steps are read outside",
      (flow) => {
        let kept: unknown;
        flow.step("Agent", agent, {
          tools: [
            tool("leaking", (flow) => {
              kept = flow.step("Inside", tools.compose({ value: "x" })).value;
            }),
          ],
        });
        flow.step("Outside", tools.compose({ value: kept as string }));
      },
      "`Outside` uses the output of `Inside`, which stands in another route",
    ],
    [
      "that write into the flow around",
      (flow) => void flow.step("Agent", agent, { tools: [tool("outside", () => void flow.step("Wait", wait))] }),
      "The step `Wait` is written into the flow around the tool `outside`",
    ],
    [
      "that end in a directive",
      (flow) =>
        void flow.step("Agent", agent, {
          tools: [tool("ending", (flow) => (flow as never as { end(given: unknown): void }).end(onError.ignore()))],
        }),
      "Ignore stands outside of an error route",
    ],
  ])("are refused %s", ([, steps, message]) => {
    expect(mistakesIn(steps).join("\n")).toContain(message);
  });
});
