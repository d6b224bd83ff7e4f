import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePointer, pointer, resolvePointer } from "../../src/util/json-pointer.ts";

describe("a JSON pointer", () => {
  test.for<[string, readonly (string | number)[], string]>([
    ["", [], ""],
    ["", ["flow", 0, "mapper", "to"], "/flow/0/mapper/to"],
    ["/flow/0", ["mapper", "to"], "/flow/0/mapper/to"],
    ["", [""], "/"],
    ["", ["a/b", "m~n", "~1"], "/a~1b/m~0n/~01"],
  ])("goes on from %j by the steps %j to %j", ([base, steps, written]) => {
    expect(pointer(base, ...steps)).toBe(written);
  });

  test("gives its steps back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (steps) => {
        expect(parsePointer(pointer("", ...steps))).toEqual(steps);
      }),
    );
  });

  const json = { "a/b": [{ c: null }, 5], length: "own" };

  test.for<[string, unknown]>([
    ["", json],
    ["/a~1b/0/c", null],
    ["/a~1b/1", 5],
    ["/length", "own"],
    ["/a~1b/2", undefined],
    ["/a~1b/1/deeper", undefined],
    ["/a~1b/length", undefined],
    ["/toString", undefined],
    ["/__proto__", undefined],
  ])("resolves %j", ([path, value]) => {
    expect(resolvePointer(json, path)).toEqual(value);
  });
});
