import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { scenarioOf } from "../../src/load/lint-files.ts";
import { connectedModules } from "../../src/model/connected-modules.ts";
import { moduleReferences } from "../../src/model/mappings.ts";
import { buildScenario, type Module, type Scenario } from "../../src/model/scenario.ts";
import { viewpoint, visibility } from "../../src/model/visibility.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";

const scenario = (json: JsonObject): Scenario =>
  buildScenario({
    name: "",
    flows: [{ pointer: "/flow", modules: json.flow as readonly unknown[] }],
    metadata: json.metadata,
  });

/**
 * One of each: 1 webhook · 2 iterator · 3 step with a handler (4 step, 5 Ignore) · 6 aggregator of 2 · 7 if-else with the
 * branches 8 and 9 · 10 merge · 11 router with the routes 12 → 13 (aggregator of 1) → 14, and 15 · 16 orphan
 */
const tree = scenario(
  blueprint(
    [
      webhook(1),
      module(2, "builtin:BasicFeeder"),
      setVariable(3, "", { onerror: [setVariable(4), module(5, "builtin:Ignore")] }),
      module(6, "builtin:BasicAggregator", { parameters: { feeder: 2 } }),
      module(7, "builtin:BasicIfElse", {
        mapper: null,
        branches: [
          { type: "condition", merge: true, flow: [setVariable(8)] },
          { type: "else", merge: true, flow: [setVariable(9)] },
        ],
      }),
      module(10, "builtin:BasicMerge", { mapper: null, outputs: [{ name: "v", mappings: ["{{8.v}}", "{{9.v}}"] }] }),
      router(11, [
        route(setVariable(12), module(13, "builtin:BasicAggregator", { parameters: { feeder: 1 } }), setVariable(14)),
        route(setVariable(15)),
      ]),
    ],
    {},
    { designer: { orphans: [[setVariable(16)]] } },
  ),
);
const find = (id: number): Module => {
  const found = tree.find(id);
  if (!found) throw new Error(`no module ${id}`);
  return found;
};
const seen = (from: number, id: number): string => visibility(tree, viewpoint(find(from)), id).kind;

describe("a mapping", () => {
  test.for([
    [3, 1, "visible", "a module before it"],
    [3, 2, "visible", "the iterator that it runs for"],
    [4, 3, "failed", "the failed module, from its error route"],
    [4, 2, "visible", "what the failed module could read, from its error route"],
    [5, 4, "visible", "an earlier module of its error route"],
    [6, 3, "visible", "what it collects, from the aggregator itself"],
    [7, 6, "visible", "the aggregator"],
    [7, 2, "aggregated", "the iterator, behind its aggregator"],
    [12, 3, "aggregated", "a collected module, from a route behind"],
    [12, 1, "visible", "what stands in front of the aggregated part, from a route behind"],
    [8, 6, "visible", "a module in front of its if-else"],
    [9, 8, "elsewhere", "a module of the other branch"],
    [12, 8, "elsewhere", "a module of a branch, behind the merge"],
    [12, 10, "visible", "the merge"],
    [15, 12, "elsewhere", "a module of another route"],
    [14, 12, "aggregated", "a module between a far source and its aggregator"],
    [14, 1, "aggregated", "a far source, behind its aggregator in a route"],
    [14, 10, "aggregated", "a module on the way from a far source"],
    [15, 1, "visible", "the far source, from the route that does not collect it"],
    [3, 10, "later", "a module behind it"],
    [3, 15, "later", "a module that hangs on a later one"],
    [7, 8, "elsewhere", "its own branch"],
    [6, 4, "elsewhere", "a module of an error route in front"],
    [3, 3, "self", "itself"],
    [3, 99, "missing", "a module that does not exist"],
    [3, 16, "elsewhere", "a module that hangs on nothing"],
  ] as const)("in %i finds %i to be %s: %s", ([from, id, expected]) => {
    expect(seen(from, id)).toBe(expected);
  });

  test("of a merge looks from the end of each branch", () => {
    const kinds = [...moduleReferences(find(10))].map(({ reference, in: text }) => [
      reference.root.id,
      visibility(tree, text.from, reference.root.id).kind,
    ]);
    expect(kinds).toEqual([
      [8, "visible"],
      [9, "visible"],
    ]);
  });
});

const corpus = "../shared/corpus";
describe.skipIf(!existsSync(corpus))(
  "in the editor's own blueprints (skipped where there is no ../shared/corpus)",
  () => {
    test("a reference hardly ever reads what is not there", () => {
      const { files } = JSON.parse(readFileSync(join(corpus, "MANIFEST.json"), "utf8")) as {
        readonly files: readonly { readonly file: string; readonly kind: string }[];
      };
      const exports = new Set(files.filter(({ kind }) => kind === "export").map(({ file }) => file));
      const counts: Record<string, number> = {};
      for (const name of readdirSync(join(corpus, "dev"))) {
        if (!exports.has(`dev/${name}`)) continue;
        const result = readBlueprint(readFileSync(join(corpus, "dev", name), "utf8"));
        if (!result.ok) throw new Error(name);
        const read = scenarioOf(result.document);
        for (const from of connectedModules(read)) {
          for (const { reference, in: text } of moduleReferences(from)) {
            const { kind } = visibility(read, text.from, reference.root.id);
            counts[kind] = (counts[kind] ?? 0) + 1;
          }
        }
      }
      expect(counts).toMatchInlineSnapshot(`
        {
          "failed": 2,
          "later": 2,
          "missing": 27,
          "visible": 3892,
        }
      `);
    });
  },
);
