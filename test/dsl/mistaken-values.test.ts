import { describe, expect, test } from "vitest";
import { googleSheets, http, slack, tools } from "../../src/apps.ts";
import { always, branch, connection, exists, iml, now, onError, type Ref, scenario, text } from "../../src/index.ts";
import { describeMistakes, type Flow, type Mistake } from "./describe-mistakes.ts";
import { mistakesIn, type Order, order, wait } from "./printed.ts";

describe("a step's output", () => {
  let leaked: Ref<Order>;
  const leak = (flow: Flow): void => {
    leaked = flow.trigger("Order", order);
  };
  const use = (value: unknown) => tools.compose({ value: value as string });

  test.for<Mistake>([
    [
      "of another scenario",
      (flow) => {
        scenario("Other", {}, leak);
        flow.step("Use", use(leaked.note));
      },
      "`Use` uses the output of a step that is not in this scenario\n  help: Hand the value over by a webhook, a data store, or the inputs of a sub-scenario",
    ],
    [
      "of another route",
      (flow) => {
        let made: Ref<{ readonly value: string }>;
        flow.router("Split", [
          always("A", (flow) => {
            made = flow.step("Make", use("x"));
          }),
          always("B", (flow) => void flow.step("Use", use(made.value))),
        ]);
      },
      "`Use` uses the output of `Make`, which stands in another route\n  help: Only steps on the way to a step can be used in it; keep the value in a variable or a data store, or merge the branches",
    ],
    [
      "of a branch, behind the merge",
      (flow) => {
        let made: Ref<{ readonly value: string }> | undefined;
        flow.step("First", wait);
        flow.ifElse("Either", [
          branch("A", exists(now), (flow) => {
            made = flow.step("Make", use("x"));
            return { value: made.value };
          }),
        ]);
        flow.step("Use", use(made?.value));
      },
      "`Use` uses the output of `Make`, which stands in another route\n  help: Only steps on the way to a step can be used in it; keep the value in a variable or a data store, or merge the branches",
    ],
    [
      "that was collected",
      (flow) => {
        const { lines } = flow.trigger("Order", order);
        const line = flow.iterate("Each line", lines);
        flow.collect("All lines", line, { sku: line.sku });
        flow.step("Use", use(line.sku));
      },
      "`Use` uses the output of `Each line`, which `All lines` has collected\n  help: Collect the value in `All lines` and use it from there",
    ],
    [
      "is told once for each step that uses it, also twice",
      (flow) => {
        scenario("Other", {}, leak);
        flow.step("Use", use(iml`${leaked.note} ${leaked.id}`), { onError: onError.resume({ value: leaked.note }) });
      },
      "`Use` uses the output of a step that is not in this scenario\n  help: Hand the value over by a webhook, a data store, or the inputs of a sub-scenario",
      "`builtin:Resume` uses the output of a step that is not in this scenario\n  help: Hand the value over by a webhook, a data store, or the inputs of a sub-scenario",
    ],
  ])("%s", ([, steps, ...mistakes]) => {
    expect(mistakesIn((flow) => void steps(flow))).toEqual(mistakes);
  });
});

describeMistakes("aggregators", [
  [
    "collect from something that is no step",
    (flow) => flow.collect("All", iml`x`, { a: 1 }),
    "`All` collects from something that is no step\n  help: Give it what an iterator, a search or a trigger returned",
  ],
  [
    "collect from a step of another route",
    (flow) => {
      let line: Ref<unknown>;
      const { lines } = flow.trigger("Order", order);
      flow.router("Split", [
        always("A", (flow) => {
          line = flow.iterate("Each line", lines);
        }),
        always("B", (flow) => void flow.collect("All", line, { a: 1 })),
      ]);
    },
    "`All` uses the output of `Each line`, which stands in another route\n  help: Only steps on the way to a step can be used in it; keep the value in a variable or a data store, or merge the branches",
  ],
  [
    "collect for a step that does not exist",
    (flow) => {
      const source = flow.trigger("Order", order);
      flow.collect("All", source, { a: 1 }, { target: { step: "Later", field: "rows" } });
    },
    "`All` collects for the step `Later`, which does not exist\n  help: Name a step behind it",
  ],
]);

const request = { url: "https://example.com", method: "get" } as const;
const braces = (step: string) =>
  `Step \`${step}\`: The plain text \`{{1.id}}\` holds \`{{\`, which Make reads as a mapping`;
const BRACES_HELP = `\n  help: Write iml\`…\${value}…\` with the value itself, or raw.text\`{{…}}\` for mapping text as it is`;

describeMistakes("values", [
  [
    "plain text with braces",
    (flow) => flow.step("Use", tools.compose({ value: "{{1.id}}" })),
    `${braces("Use")}${BRACES_HELP}`,
  ],
  [
    "braces in a condition",
    (flow) => {
      const { note } = flow.trigger("Order", order);
      flow.step("Use", wait, { when: text.equals(note, "{{1.id}}") });
    },
    `${braces("Use")}${BRACES_HELP}`,
  ],
  [
    "braces in what is collected, grouped by, merged and substituted",
    (flow) => {
      const source = flow.trigger("Order", order);
      flow.collect("All", source, { a: "{{1.id}}" }, { groupBy: "{{1.id}}" });
      flow.ifElse("Either", [
        branch("A", exists(now), (flow) => {
          flow.step("Inside", wait);
          return { a: "{{1.id}}" };
        }),
      ]);
      flow.step("Ask", http.makeRequest(request), { onError: onError.resume({ data: "{{1.id}}" }) });
    },
    `${braces("All")}${BRACES_HELP}`,
    `${braces("All")}${BRACES_HELP}`,
    `${braces("Either")}${BRACES_HELP}`,
    `${braces("Resume")}${BRACES_HELP}`,
  ],
  [
    "a number out of its bounds",
    (flow) => flow.step("Wait", tools.sleep({ duration: 301 })),
    "Step `Wait`: `duration` is 301, more than 300\n  help: Give a whole number from 1 to 300",
  ],
  [
    "a number that is not whole",
    (flow) => flow.step("Wait", tools.sleep({ duration: 0.5 })),
    "Step `Wait`: `duration` is 0.5, which is not whole\n  help: Give a whole number from 1 to 300",
  ],
  [
    "too many repeats",
    (flow) => flow.repeat("Again", { times: 10_001 }),
    "Step `Again`: `repeats` is 10001, more than 10000\n  help: Give a number from 0 to 10000",
  ],
  [
    "a count below zero",
    (flow) =>
      flow.step(
        "Update",
        googleSheets.updateRow({ connection: connection("g"), spreadsheetId: "s", sheetId: "t", rowNumber: -1 }),
      ),
    "Step `Update`: `rowNumber` is -1, less than 0\n  help: Give a whole number, 0 or more",
  ],
  [
    "a required field, where types are not checked",
    (flow) => flow.step("Tell", slack.createMessage({ connection: connection("s"), text: "Hi" } as never)),
    "Step `Tell`: `channel` is missing\n  help: Give it: Channel ID or name",
  ],
  [
    "an unknown field, where types are not checked",
    (flow) => flow.step("Wait", tools.sleep({ duration: 1, seconds: 5 } as never)),
    "Step `Wait`: Tools › Sleep has no field `seconds`\n  help: Its fields are duration",
  ],
  [
    "a misspelt field, which is not missing as well",
    (flow) =>
      flow.step("Tell", slack.createMessage({ connection: connection("s"), chanel: "#x", text: "Hi" } as never)),
    "Step `Tell`: Slack › Create a Message has no field `chanel`\n  help: Did you mean `channel`?",
  ],
  [
    "a misspelt field beside the right one, and one unlike any",
    (flow) =>
      flow.step(
        "Tell",
        slack.createMessage({ connection: connection("s"), chanel: "#x", frobnicate: 1, text: "Hi" } as never),
      ),
    expect.stringMatching(
      /^Step `Tell`: Slack › Create a Message has no field `chanel`, `frobnicate`\n {2}help: Its fields are .*channel, /u,
    ),
  ],
]);
