import { describe, expect, test } from "vitest";
import { mappings, moduleReferences } from "../../src/model/mappings.ts";
import { buildScenario, type Module } from "../../src/model/scenario.ts";
import { type JsonObject, module } from "../lint/blueprints.ts";

const moduleOf = (more: JsonObject, type = "a:B"): Module => {
  const [found] = buildScenario({ name: "", flows: [{ pointer: "/flow", modules: [module(1, type, more)] }] }).modules;
  if (found === undefined) throw new RangeError("No module");
  return found;
};

describe("the texts with mappings of a module", () => {
  test("are found wherever Make evaluates them, in the order of the file", () => {
    const found = moduleOf({
      parameters: { a: "{{1.a}}" },
      filter: { name: "{{not evaluated}}", conditions: [[{ a: "{{1.b}}", o: "text:equal", b: "{{1.c}}" }]] },
      mapper: { list: ["plain", { deep: "x {{1.d}} y" }], "odd/key~": "{{1.e}}", number: 5, nothing: null },
      flags: { groupBy: "{{1.f}}" },
      branches: [{ conditions: [[{ a: "{{1.g}}", o: "exist" }]], flow: [] }],
      metadata: { designer: { name: "{{not evaluated}}" } },
    });
    expect(mappings(found).map(({ domain, place, text }) => [domain, place.pointer, text])).toEqual([
      ["parameters", "/flow/0/parameters/a", "{{1.a}}"],
      ["filter", "/flow/0/filter/conditions/0/0/a", "{{1.b}}"],
      ["filter", "/flow/0/filter/conditions/0/0/b", "{{1.c}}"],
      ["mapper", "/flow/0/mapper/list/1/deep", "x {{1.d}} y"],
      ["mapper", "/flow/0/mapper/odd~1key~0", "{{1.e}}"],
      ["flags", "/flow/0/flags/groupBy", "{{1.f}}"],
      ["branch", "/flow/0/branches/0/conditions/0/0/a", "{{1.g}}"],
    ]);
  });

  test("are parsed once", () => {
    const found = moduleOf({ mapper: { a: "{{1.a}}" } });
    expect(mappings(found)).toBe(mappings(found));
  });

  test.for([null, 5, "x", [], {}])("are none where there is no mapper, but %j", (mapper) => {
    expect(mappings(moduleOf({ mapper, parameters: null, filter: mapper, flags: mapper }))).toEqual([]);
  });

  test("of a merge are seen from the ends of the branches that merge", () => {
    const step = (id: number) => module(id, "a:B");
    const { modules } = buildScenario({
      name: "",
      flows: [
        {
          pointer: "/flow",
          modules: [
            module(1, "builtin:BasicIfElse", {
              branches: [
                { merge: true, flow: [step(2), step(3)] },
                { merge: false, flow: [step(4)] },
                { merge: true, flow: [step(5)] },
              ],
            }),
            module(6, "builtin:BasicMerge", {
              outputs: [{ name: "v", mappings: ["{{3.v}}", "{{5.v}}", "{{9.v}}"] }],
              filters: [null, { conditions: [[{ a: "{{5.v}}", o: "exist" }]] }],
            }),
          ],
        },
      ],
    });
    const merge = modules.at(-1) as Module;
    expect(
      mappings(merge).map(({ place, from }) => [place.pointer, from.flow.kind, from.flow.index, from.before]),
    ).toEqual([
      ["/flow/1/outputs/0/mappings/0", "branch", 0, 2],
      ["/flow/1/outputs/0/mappings/1", "branch", 2, 1],
      ["/flow/1/outputs/0/mappings/2", "main", 0, 1],
      ["/flow/1/filters/1/conditions/0/0/a", "branch", 2, 1],
    ]);
  });
});

test("references have the range of what they name in the text", () => {
  const text = 'Dear {{upper(2.name)}}, {{now}} {{`3`}} {{4.list[5.at].x + "{{6.no}}"}}';
  const references = [...moduleReferences(moduleOf({ mapper: { text } }))];
  expect(
    references.map(({ reference, place }) => [reference.root.id, text.slice(place.range?.start, place.range?.end)]),
  ).toEqual([
    [2, "2.name"],
    [3, "`3`"],
    [4, "4.list[5.at].x"],
    [5, "5.at"],
  ]);
});
