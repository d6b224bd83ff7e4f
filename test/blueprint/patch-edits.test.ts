import fc from "fast-check";
import jsonPatch, { type Operation } from "fast-json-patch";
import { describe, expect, test } from "vitest";
import { createPatcher, type PatchOperation } from "../../src/blueprint/patch-edits.ts";
import { pointer } from "../../src/util/json-pointer.ts";

/** The text with its edits made; nothing when the patch cannot be one of text. */
function patched(text: string, ...patch: readonly PatchOperation[]): string | undefined {
  const edits = createPatcher(text)(patch);
  return edits?.reduceRight(
    (now, { start, end, text: inserted }) => now.slice(0, start) + inserted + now.slice(end),
    text,
  );
}

describe("a JSON Patch as edits of a text", () => {
  test.for<[what: string, text: string, PatchOperation, expected: string | undefined]>([
    ["replaces a value", '{ "a": 1 , "b": 2 }', { op: "replace", path: "/a", value: "x" }, '{ "a": "x" , "b": 2 }'],
    ["replaces an item", "[1, 2]", { op: "replace", path: "/1", value: null }, "[1, null]"],
    ["replaces nothing that is not there", '{ "a": 1 }', { op: "replace", path: "/b", value: 1 }, undefined],
    ["removes the first", '{ "a": 1,\n  "b": 2 }', { op: "remove", path: "/a" }, '{ "b": 2 }'],
    ["removes the last", '{ "a": 1,\n  "b": 2 }', { op: "remove", path: "/b" }, '{ "a": 1 }'],
    ["removes one between", "[1, 2, 3]", { op: "remove", path: "/1" }, "[1, 3]"],
    ["removes the only one", '{ "a": 1 }', { op: "remove", path: "/a" }, "{}"],
    ["removes the only one with its line", '{\n  "a": 1\n}', { op: "remove", path: "/a" }, "{}"],
    ["leaves others on their lines", "[\n  1, 2,\n  3, 4\n]", { op: "remove", path: "/2" }, "[\n  1, 2,\n  4\n]"],
    ["leaves the end of a line", "[\n  1, 2,\n  3, 4\n]", { op: "remove", path: "/1" }, "[\n  1,\n  3, 4\n]"],
    ["removes nothing that is not there", "[]", { op: "remove", path: "/0" }, undefined],
    [
      "adds a property on its own line",
      '{\n  "a": 1\n}',
      { op: "add", path: "/b", value: 2 },
      '{\n  "a": 1,\n  "b": 2\n}',
    ],
    [
      "adds a property in the same line",
      '{"a": 1, "b": 2}',
      { op: "add", path: "/c", value: 3 },
      '{"a": 1, "b": 2, "c": 3}',
    ],
    [
      "adds a property without blanks where there are none",
      '{"a":1}',
      { op: "add", path: "/b", value: 2 },
      '{"a":1,"b":2}',
    ],
    ["adds to an empty object", '{"a":{}}', { op: "add", path: "/a/b", value: 1 }, '{"a":{"b":1}}'],
    ["adds over a value", '{ "a": 1 }', { op: "add", path: "/a", value: 2 }, '{ "a": 2 }'],
    ["adds in front of an item", "[1, 2]", { op: "add", path: "/0", value: 0 }, "[0, 1, 2]"],
    ["adds between items", "[1, 2]", { op: "add", path: "/1", value: 9 }, "[1, 9, 2]"],
    ["adds behind all items", "[1, 2]", { op: "add", path: "/-", value: 3 }, "[1, 2, 3]"],
    ["adds to an empty list", "[]", { op: "add", path: "/0", value: 1 }, "[1]"],
    ["adds nothing far behind the end", "[]", { op: "add", path: "/1", value: 1 }, undefined],
    ["adds nothing to a text", '{ "a": "x" }', { op: "add", path: "/a/b", value: 1 }, undefined],
    [
      "finds names that are escaped",
      '{ "a\\u002fb": { "~": 1 } }',
      { op: "replace", path: "/a~1b/~0", value: 2 },
      '{ "a\\u002fb": { "~": 2 } }',
    ],
    [
      "changes a text only where it differs",
      '{ "a": "\\u00e4 {\\/b} \\"c\\"" }',
      { op: "replace", path: "/a", value: 'ä {/b} "x"\n' },
      '{ "a": "\\u00e4 {\\/b} \\"x\\"\\n" }',
    ],
    [
      "moves a value as it is written, indented as its new neighbours",
      '{\n  "a": { "x": 1 },\n  "b": {\n    "c": {\n      "y": 1.0\n    }\n  }\n}',
      { op: "move", from: "/b/c", path: "/c" },
      '{\n  "a": { "x": 1 },\n  "b": {},\n  "c": {\n    "y": 1.0\n  }\n}',
    ],
    ["moves an item behind all others", "[1.0, 2, 3]", { op: "move", from: "/0", path: "/-" }, "[2, 3, 1.0]"],
    [
      "renames a property in its place",
      '{ "a" : 1.0, "b": 2 }',
      { op: "move", from: "/a", path: "/c" },
      '{ "c" : 1.0, "b": 2 }',
    ],
    ["moves nothing over another value", '{ "a": 1, "b": 2 }', { op: "move", from: "/a", path: "/b" }, undefined],
    ["moves nothing that is not there", '{ "a": 1 }', { op: "move", from: "/b", path: "/c" }, undefined],
    ["moves nothing into itself", '{ "a": { } }', { op: "move", from: "/a", path: "/a/b" }, undefined],
    ["moves no item between others of its list", "[1, 2, 3]", { op: "move", from: "/0", path: "/1" }, undefined],
    ["is none of the whole document", "1", { op: "replace", path: "", value: 2 }, undefined],
    ["is none without a value", '{ "a": 1 }', { op: "replace", path: "/a" }, undefined],
  ])("%s", ([, text, operation, expected]) => {
    expect(patched(text, operation)).toBe(expected);
  });

  test("makes all of several changes, in the order of the text", () => {
    const text = '{ "a": { "x": 1 }, "b": [1] }';
    expect(patched(text, { op: "add", path: "/b/-", value: 2 }, { op: "remove", path: "/a/x" })).toBe(
      '{ "a": {}, "b": [1, 2] }',
    );
  });

  test.for<[string, PatchOperation, PatchOperation]>([
    ["the same list", { op: "remove", path: "/b/0" }, { op: "remove", path: "/b/1" }],
    ["a value and what is in it", { op: "remove", path: "/b" }, { op: "remove", path: "/b/0" }],
  ])("makes none of changes of %s", ([, ...patch]) => {
    expect(patched('{ "b": [1, 2] }', ...patch)).toBeUndefined();
  });

  test("does to the text what the patch does to the data, however it is laid out", () => {
    // JSON writes a negative zero as zero.
    const values = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
    const spaces = fc.constantFrom(undefined, 2, "\t");
    fc.assert(
      fc.property(
        values,
        spaces,
        fc.nat(),
        fc.constantFrom("add", "replace", "remove"),
        values,
        (json, space, nat, op, value) => {
          const places = pointersOf(json);
          const path = places[nat % Math.max(places.length, 1)];
          if (path === undefined) return;
          const patch = [{ op, path, ...(op === "remove" ? {} : { value }) }] as const;
          const expected = jsonPatch.applyPatch(structuredClone(json), patch as readonly Operation[]).newDocument;
          expect(JSON.parse(patched(JSON.stringify(json, null, space), ...patch) ?? "")).toEqual(expected);
        },
      ),
    );
  });

  test("removes so that the text is the one without the member, laid out as it was", () => {
    const values = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
    const spaces = fc.constantFrom(undefined, 2, 4, "\t");
    const lineEnds = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(values, spaces, lineEnds, fc.nat(), (json, space, lineEnd, nat) => {
        const places = pointersOf(json);
        const path = places[nat % Math.max(places.length, 1)];
        if (path === undefined) return;
        const print = (value: unknown): string => JSON.stringify(value, null, space).replaceAll("\n", lineEnd);
        const patch = [{ op: "remove", path }] as const;
        const without: unknown = jsonPatch.applyPatch(structuredClone(json), patch as readonly Operation[]).newDocument;
        expect(patched(print(json), ...patch)).toBe(print(without));
      }),
    );
  });
});

test("a text that is changed is the other one, however it was spelled", () => {
  const unicode = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(unicode, unicode, unicode, unicode, fc.boolean(), (head, before, after, tail, isEscaped) => {
      const spelled = (text: string): string =>
        isEscaped
          ? `"${[...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")}"`
          : JSON.stringify(text);
      const value = head + after + tail;
      const text = patched(`[${spelled(head + before + tail)}]`, { op: "replace", path: "/0", value });
      expect(JSON.parse(text ?? "")).toEqual([value]);
    }),
  );
});

/** Pointers of everything below the top. */
function pointersOf(value: unknown, at = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    // The library that does the same to data refuses these.
    if (key === "__proto__" || key === "constructor") return [];
    const path = pointer(at, key);
    return [path, ...pointersOf(child, path)];
  });
}
