import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import type { CopiedModules } from "../../src/blueprint/blueprint.ts";
import { compileFragment } from "../../src/compile/compile.ts";
import type { Flow } from "../../src/dsl/flow.ts";
import { connection, fragment, iml, raw } from "../../src/index.ts";
import { validateBlueprint } from "../../src/schema/blueprint.ts";
import { environment, mistakesOf, wait } from "./printed.ts";

type Chain = (flow: Flow) => void;

const printed = (chains: readonly Chain[], before?: CopiedModules): CopiedModules =>
  compileFragment(fragment("Copied", ...chains), environment({ connections: { mail: 7 } }), before).blueprint;

const chain =
  (...names: string[]): Chain =>
  (flow) => {
    for (const name of names) flow.step(name, wait);
  };

describe("a fragment", () => {
  test("is printed as modules that were copied in the editor", () => {
    const blueprint = printed([
      (flow) => {
        const text = flow.step("Compose", tools.compose({ value: "Hello" }));
        flow.step(
          "Send",
          raw.module({
            module: "mail:Send",
            version: 1,
            parameters: { account: connection("mail") },
            mapper: { text: iml`${text.value}!` },
          }),
        );
      },
    ]);
    expect(validateBlueprint(blueprint)).toEqual([]);
    expect(blueprint).toMatchObject({
      subflows: [
        {
          flow: [
            { id: 1, module: "util:ComposeTransformer", metadata: { designer: { name: "Compose" } } },
            { id: 2, module: "mail:Send", parameters: { account: 7 }, mapper: { text: "{{1.value}}!" } },
          ],
        },
      ],
      metadata: { version: 1 },
    });
    expect(Object.keys(blueprint).sort()).toEqual(["metadata", "subflows"]);
  });

  test("may have several chains, whose steps have ids of one row", () => {
    const { subflows } = printed([chain("A", "B"), chain("C")]);
    expect(subflows.map(({ flow }) => flow.map(({ id }) => id))).toEqual([[1, 2], [3]]);
  });

  test("keeps its ids from the time before", () => {
    const before = printed([chain("A", "B"), chain("C")]);
    const { subflows } = printed([chain("A", "New", "B"), chain("C")], before);
    expect(subflows.map(({ flow }) => flow.map(({ id }) => id))).toEqual([[1, 4, 2], [3]]);
  });

  test("is named like a scenario, for its files", () => {
    expect(fragment("Say thanks!", chain("A"))).toMatchObject({
      kind: "fragment",
      name: "Say thanks!",
      slug: "say-thanks",
    });
  });
});

describe("a fragment is refused", () => {
  test.for<[string, () => unknown, string]>([
    ["without a name", () => fragment("🚀", chain("A")), "The fragment has no name"],
    ["without chains", () => fragment("F"), "The fragment `F` has no steps"],
    [
      "with a chain that has no steps",
      () => fragment("F", chain("A"), () => undefined),
      "The fragment `F` has no steps",
    ],
    [
      "with one name for two steps of different chains",
      () => fragment("F", chain("A"), chain("A")),
      "Two steps are called `A`",
    ],
    [
      "that reads what another chain gives",
      () => {
        let kept: unknown;
        return fragment(
          "F",
          (flow) => {
            kept = flow.step("A", tools.compose({ value: "x" })).value;
          },
          (flow) => void flow.step("B", tools.compose({ value: kept as string })),
        );
      },
      "`B` uses the output of `A`, which stands in another route",
    ],
    [
      "when its function is async",
      () => fragment("F", (async (flow: Flow) => void flow.step("A", wait)) as Chain),
      "The function of the fragment `F` is async",
    ],
  ])("%s", ([, write, message]) => {
    expect(mistakesOf(write).join("\n")).toContain(message);
  });

  test("because of what its author's code throws", () => {
    const failing = () => {
      throw new TypeError("author's own");
    };
    expect(() => fragment("F", failing)).toThrow(new TypeError("author's own"));
  });
});
