import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { asksAnything, comparisons, isFilter } from "../../src/lint/comparisons.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { module, setVariable } from "./blueprints.ts";

const one = { a: "{{1.a}}", o: "exist" };

function pointersOf(given: object): readonly string[] {
  const [found] = buildScenario({ name: "", flows: [{ pointer: "/flow", modules: [given] }] }).modules;
  return found ? [...comparisons(found, catalog)].map(({ pointer }) => pointer) : [];
}

describe("the comparisons of a module", () => {
  test("stand in its filter, in any and in all of its groups", () => {
    expect(pointersOf(setVariable(2, "", { filter: { conditions: [[one], [one, one]] } }))).toEqual([
      "/flow/0/filter/conditions/0/0",
      "/flow/0/filter/conditions/1/0",
      "/flow/0/filter/conditions/1/1",
    ]);
  });

  test("stand in the branches of an if-else, and in the filters of a merge", () => {
    const branches = [{ type: "condition", conditions: [[one]], flow: [] }];
    expect(pointersOf(module(2, "builtin:BasicIfElse", { branches }))).toEqual(["/flow/0/branches/0/conditions/0/0"]);
    expect(pointersOf(module(2, "builtin:BasicMerge", { filters: [null, { conditions: [[one]] }] }))).toEqual([
      "/flow/0/filters/1/conditions/0/0",
    ]);
  });

  test("stand in the search fields that the catalogue knows, and in no others", () => {
    const mapper = { filter: [[one]] };
    expect(pointersOf(module(2, "datastore:SearchRecord", { mapper }))).toEqual(["/flow/0/mapper/filter/0/0"]);
    expect(pointersOf(module(2, "my-app:Search", { mapper }))).toEqual([]);
  });

  test.for([null, "", 5, {}, { conditions: null }, { conditions: [one] }, { conditions: [[5, null]] }])(
    "are not looked for in %j",
    (filter) => {
      expect(pointersOf(setVariable(2, "", { filter }))).toEqual([]);
    },
  );
});

test.for([
  [[[one]], true],
  [[[], [one]], true],
  [[], false],
  [[[]], false],
  [undefined, false],
  ["{{1.a}}", false],
])("conditions %j ask anything: %s", ([conditions, expected]) => {
  expect(asksAnything(conditions)).toBe(expected);
  expect(isFilter({ name: "", conditions })).toBe(expected);
});

test("what is no object is no filter", () => {
  expect([null, undefined, "filter", [[one]]].map(isFilter)).toEqual([false, false, false, false]);
});
