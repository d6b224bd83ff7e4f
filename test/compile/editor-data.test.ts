import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/blueprint/blueprint.ts";
import { type Overlay, overlaid } from "../../src/compile/editor-data.ts";
import { pointer } from "../../src/util/json-pointer.ts";

const PRINTED = { id: 1, mapper: { a: 1, "b/c": { "d~e": [10, { f: null }] } }, metadata: { designer: { x: 0 } } };

describe("what only the editor needs", () => {
  test.for<[string, Overlay, unknown]>([
    ["is nothing", {}, PRINTED],
    [
      "goes before what is printed",
      { set: { "/metadata/designer": { x: 5, y: 6 } } },
      { ...PRINTED, metadata: { designer: { x: 5, y: 6 } } },
    ],
    [
      "is put where nothing is printed",
      { set: { "/x-key": [1], "/metadata/restore": {} } },
      { ...PRINTED, "x-key": [1], metadata: { designer: { x: 0 }, restore: {} } },
    ],
    [
      "is put inside of lists",
      { set: { "/mapper/b~1c/d~0e/1/f": true } },
      { ...PRINTED, mapper: { a: 1, "b/c": { "d~e": [10, { f: true }] } } },
    ],
    [
      "is left out where its place is gone",
      { set: { "/gone/key": 1, "/mapper/b~1c/d~0e/7": 1, "/mapper/a/x": 1 } },
      PRINTED,
    ],
    [
      "is no part of what every object has",
      { set: { "/constructor/name": 1, "/toString": "x" } },
      { ...PRINTED, toString: "x" },
    ],
  ])("%s", ([, overlay, expected]) => {
    expect(overlaid(PRINTED, overlay)).toEqual(expected);
  });

  test("changes nothing of what was printed", () => {
    const before = structuredClone(PRINTED);
    overlaid(PRINTED, { set: { "/mapper/a": 2 }, spelled: [{ at: "/id", printed: 1, exported: 2 }] });
    expect(PRINTED).toEqual(before);
  });
});

describe("a spelling", () => {
  test.for<[string, Overlay, unknown]>([
    [
      "holds while the source says the same",
      { spelled: [{ at: "/mapper/a", printed: 1, exported: "1" }] },
      { a: "1", b: [] },
    ],
    [
      "is gone when the source says something else",
      { spelled: [{ at: "/mapper/a", printed: 2, exported: "2" }] },
      { a: 1, b: [] },
    ],
    [
      "compares lists and objects whole",
      { spelled: [{ at: "/mapper/b", printed: [], exported: null }] },
      { a: 1, b: null },
    ],
    ["takes a key away", { spelled: [{ at: "/mapper/a", printed: 1 }] }, { b: [] }],
    ["does not take away what the source has changed", { spelled: [{ at: "/mapper/a", printed: 0 }] }, { a: 1, b: [] }],
    [
      "puts a key where the source says nothing",
      { spelled: [{ at: "/mapper/c", exported: "" }] },
      { a: 1, b: [], c: "" },
    ],
    ["puts none where the source says something", { spelled: [{ at: "/mapper/a", exported: "" }] }, { a: 1, b: [] }],
    ["puts none where what is around is gone", { spelled: [{ at: "/mapper/c/d", exported: "" }] }, { a: 1, b: [] }],
    [
      "comes after what is set",
      { set: { "/mapper/a": 5 }, spelled: [{ at: "/mapper/a", printed: 5, exported: "5" }] },
      { a: "5", b: [] },
    ],
  ])("%s", ([, overlay, expected]) => {
    expect(overlaid({ mapper: { a: 1, b: [] } }, overlay)).toEqual({ mapper: expected });
  });

  test("may turn a whole object into what the export had", () => {
    const overlay = {
      spelled: [
        { at: "/filter", exported: { name: "", conditions: [] } },
        { at: "/parameters", printed: {} },
      ],
    };
    expect(overlaid({ id: 1, parameters: {} }, overlay)).toEqual({ id: 1, filter: { name: "", conditions: [] } });
  });
});

test("a value is found again by its pointer, whatever the keys are called", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: "binary" }).filter((key) => key !== "__proto__"),
        { minLength: 1, maxLength: 4 },
      ),
      fc.jsonValue(),
      (path, value) => {
        const nest = (leaf: unknown) => path.reduceRight((inner, key): unknown => ({ [key]: inner }), leaf);
        const changed = overlaid(nest("before") as object, { set: { [pointer("", ...path)]: value as Json } });
        expect(changed).toEqual(nest(value));
      },
    ),
  );
});
