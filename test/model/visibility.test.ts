import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { connectedModules } from "../../src/model/connected-modules.ts";
import { moduleReferences } from "../../src/model/mappings.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { feederOf, viewpoint, visibility } from "../../src/model/visibility.ts";
import { module, route, router } from "../lint/blueprints.ts";

const step = (id: number, more = {}) => module(id, "util:SetVariable2", more);
const aggregator = (id: number, feeder: number) => module(id, "builtin:BasicAggregator", { parameters: { feeder } });

// 1 trigger ─ 2 iterator ─ 3 step ─ 6 aggregator of 2 ─ 7 if-else ─ 10 merge ─ 11 agent ─ 13 router
//                          └ 4 ─ 5 error route           ├ 8           └ 12 tool      ├ 14 ─ 15 aggregator of 1 ─ 16
//                                                        └ 9                          └ 17 ─ 22
//                                                                                       └ 18 router ─ 19 ─ 20
// 21 hangs on nothing
const scenario = buildScenario({
  name: "Test",
  flows: [
    {
      pointer: "/flow",
      modules: [
        step(1),
        step(2),
        step(3, { onerror: [step(4), module(5, "builtin:Ignore")] }),
        aggregator(6, 2),
        module(7, "builtin:BasicIfElse", {
          branches: [
            { type: "condition", merge: true, flow: [step(8)] },
            { type: "else", merge: true, flow: [step(9)] },
          ],
        }),
        module(10, "builtin:BasicMerge", { outputs: [{ name: "v", mappings: ["{{8.v}}", "{{9.v}}"] }] }),
        module(11, "ai-local-agent:RunLocalAIAgent", { tools: [{ name: "t", flow: [step(12)] }] }),
        router(13, [
          route(step(14), aggregator(15, 1), step(16)),
          route(step(17, { onerror: [router(18, [route(step(19), step(20))])] }), step(22)),
        ]),
      ],
    },
  ],
  metadata: { designer: { orphans: [[step(21)]] } },
});

const moduleAt = (id: number) => {
  const found = scenario.find(id);
  if (found === undefined) throw new RangeError(`No module ${id}`);
  return found;
};

describe("a module sees", () => {
  test.for<[string, number, number, string]>([
    ["the one in front", 2, 1, "visible"],
    ["those far in front", 11, 1, "visible"],
    ["nothing that does not exist", 2, 99, "missing"],
    ["itself not", 3, 3, "self"],
    ["what follows not", 2, 6, "later"],
    ["what hangs on a later one not", 2, 14, "later"],
    ["what hangs on itself not", 3, 4, "elsewhere"],

    ["from an error route, the one that failed: its error", 4, 3, "failed"],
    ["from deep inside of an error route, too", 20, 17, "failed"],
    ["from an error route, what stands in front of the one that failed", 4, 2, "visible"],
    ["from an error route, not what follows the one that failed", 4, 6, "later"],
    ["an error route not, from behind", 6, 4, "elsewhere"],
    ["what runs in the same error route", 20, 19, "visible"],

    ["from an aggregator, its source", 6, 2, "visible"],
    ["from an aggregator, what stands between", 6, 3, "visible"],
    ["behind an aggregator, not its source", 7, 2, "aggregated"],
    ["behind an aggregator, not what stands between", 7, 3, "aggregated"],
    ["behind an aggregator, what stands before its source", 7, 1, "visible"],
    ["behind an aggregator, the aggregator", 7, 6, "visible"],
    ["inside of what hangs behind an aggregator, not its source", 20, 2, "aggregated"],
    ["the trigger, before an aggregator in its route has collected it", 14, 1, "visible"],
    ["the trigger not, once an aggregator in its route has collected it", 16, 1, "aggregated"],
    ["nothing on the way, once the trigger is collected", 16, 11, "aggregated"],
    ["nothing in its own route either", 16, 14, "aggregated"],
    ["the trigger, in a route without that aggregator", 22, 1, "visible"],

    ["the merge", 11, 10, "visible"],
    ["the branches not, behind the merge", 11, 8, "elsewhere"],
    ["another branch not", 8, 9, "elsewhere"],
    ["from a branch, what stands in front of the if-else", 8, 6, "visible"],

    ["another route not", 17, 14, "elsewhere"],
    ["from a route, what stands in front of the router", 17, 11, "visible"],
    ["from a tool, its agent", 12, 11, "visible"],
    ["a tool not, from behind the agent", 17, 12, "elsewhere"],
    ["what hangs on nothing not", 22, 21, "elsewhere"],
    ["from what hangs on nothing, no one", 21, 1, "elsewhere"],
  ])("%s", ([, reader, target, kind]) => {
    expect(visibility(scenario, viewpoint(moduleAt(reader)), target).kind).toBe(kind);
  });

  test("which aggregator took it away", () => {
    expect(visibility(scenario, viewpoint(moduleAt(22)), 3)).toMatchObject({
      kind: "aggregated",
      aggregator: { id: 6 },
    });
    expect(visibility(scenario, viewpoint(moduleAt(16)), 14)).toMatchObject({ aggregator: { id: 15 } });
  });

  test("from each mapping of a merge, the end of its branch", () => {
    const seen = [...moduleReferences(moduleAt(10))].map(({ reference: { root }, in: { from } }) => [
      root.id,
      visibility(scenario, from, root.id).kind,
      visibility(scenario, from, 17 - root.id).kind,
    ]);
    expect(seen).toEqual([
      [8, "visible", "elsewhere"],
      [9, "visible", "elsewhere"],
    ]);
  });
});

test.for<[string, object, number | undefined]>([
  ["an aggregator's source", { parameters: { feeder: 2 } }, 2],
  ["nothing for text", { parameters: { feeder: "2" } }, undefined],
  ["nothing without parameters", {}, undefined],
  ["nothing for a key of the module itself, which Make ignores", { feeder: 2 }, undefined],
])("a feeder is %s", ([, more, feeder]) => {
  const { modules } = buildScenario({ name: "", flows: [{ pointer: "/flow", modules: [step(1, more)] }] });
  expect(modules[0] && feederOf(modules[0])).toBe(feeder);
});

test("sources that stand nowhere on the way hide what they hide, and never lead to a crash", () => {
  const odd = buildScenario({
    name: "",
    flows: [{ pointer: "/flow", modules: [step(1), aggregator(2, 99), aggregator(3, 5), aggregator(4, 4), step(5)] }],
  });
  const last = odd.find(5);
  expect(last && [1, 2, 3, 4].map((id) => visibility(odd, viewpoint(last), id).kind)).toEqual([
    "visible",
    "visible",
    "visible",
    "visible",
  ]);
});

const CORPUS = new URL("../../../shared/corpus/", import.meta.url);

describe.skipIf(!existsSync(CORPUS))("in genuine exports (needs ../shared/corpus)", () => {
  test("every reference reads a module that is on the way, but for two files that were damaged by hand", () => {
    const { files } = JSON.parse(readFileSync(new URL("MANIFEST.json", CORPUS), "utf8")) as {
      readonly files: readonly { readonly file: string; readonly kind: string }[];
    };
    const exported = new Set(files.filter(({ kind }) => kind === "export").map(({ file }) => file));
    const kinds: Record<string, number> = {};
    const oddFiles = new Set<string>();
    for (const name of readdirSync(new URL("dev/", CORPUS))) {
      const read = exported.has(`dev/${name}`)
        ? readBlueprint(readFileSync(new URL(`dev/${name}`, CORPUS), "utf8"))
        : undefined;
      if (!read?.ok) continue;
      const { flows, blueprint } = read.document;
      const tree = buildScenario({ name, flows, metadata: blueprint.metadata });
      for (const reader of connectedModules(tree)) {
        for (const { reference, in: text } of moduleReferences(reader)) {
          const { kind } = visibility(tree, text.from, reference.root.id);
          kinds[kind] = (kinds[kind] ?? 0) + 1;
          if (kind !== "visible" && kind !== "failed") oddFiles.add(name);
        }
      }
    }
    expect([kinds, oddFiles.size]).toMatchInlineSnapshot(`
      [
        {
          "failed": 2,
          "later": 2,
          "missing": 27,
          "visible": 3892,
        },
        2,
      ]
    `);
  });
});
