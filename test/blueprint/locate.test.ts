import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLocator } from "../../src/blueprint/locate.ts";
import { MAX_DEPTH } from "../../src/blueprint/scan-json.ts";
import type { JsonPlace, Span } from "../../src/diagnostics/diagnostic.ts";
import { pointer } from "../../src/util/json-pointer.ts";

/** What a person sees when the span is selected in an editor. */
function selected(text: string, { line, column, endLine, endColumn }: Span): string {
  const lines = text.split(/(?<=\n)/);
  const offset = (atLine: number, atColumn: number) =>
    lines.slice(0, atLine - 1).reduce((sum, { length }) => sum + length, 0) + atColumn - 1;
  return text.slice(offset(line, column), offset(endLine, endColumn));
}

const text = `{
  "name": "Caf\\u00e9 \\"Zoë\\" \\ud83d\\ude00 😀 {{1.x}}",
  "flow": [
    { "id": 1, "a\\/b": { "deep": [true, null] } }
  ],
  "": "nameless"
}`;
const find = createLocator(text);
const select = (place: JsonPlace): string => selected(text, find(place));
const name = 'Café "Zoë" 😀 😀 {{1.x}}';

describe("a place in a JSON text", () => {
  test.for<[JsonPlace, string]>([
    [{ pointer: "" }, text],
    [{ pointer: "/flow/0/id" }, "1"],
    [{ pointer: "/flow/0/id", key: true }, '"id"'],
    [{ pointer: "/flow/0/a~1b/deep" }, "[true, null]"],
    [{ pointer: "/flow/0/a~1b", key: true }, '"a\\/b"'],
    [{ pointer: "/" }, '"nameless"'],
    [{ pointer: "/", key: true }, '""'],
    [{ pointer: "/flow/0/a~1b/deep/0", key: true }, "true"],
    [{ pointer: "", key: true }, text],
  ])("%j is found", ([place, expected]) => {
    expect(select(place)).toBe(expected);
  });

  test.for<[JsonPlace, string]>([
    [{ pointer: "/flow/0/a~1b/deep/7" }, "[true, null]"],
    [{ pointer: "/flow/0/a~1b/deep/" }, "[true, null]"],
    [{ pointer: "/flow/0/a~1b/deep/length" }, "[true, null]"],
    [{ pointer: "/flow/0/id/x/y", range: { start: 0, end: 1 } }, "1"],
    [{ pointer: "/flow/0/a~1b/lost", key: true }, '{ "deep": [true, null] }'],
    [{ pointer: "/lost/toString" }, text],
  ])("%j is not there, so what is around it is found", ([place, expected]) => {
    expect(select(place)).toBe(expected);
  });

  test("a pointer that goes on for ever ends where the text does", () => {
    expect(select({ pointer: "/flow".repeat(200_000) })).toBe(select({ pointer: "/flow" }));
    expect(select({ pointer: "flow" })).toBe(text);
  });

  test.for<[string, string]>([
    ["Caf", "Caf"],
    ["é", "\\u00e9"],
    ['"Zoë"', '\\"Zoë\\"'],
    ["😀 😀", "\\ud83d\\ude00 😀"],
    ["{{1.x}}", "{{1.x}}"],
    ["", ""],
  ])("the part %j of a text is found behind its escapes", ([part, expected]) => {
    const start = name.indexOf(part);
    expect(select({ pointer: "/name", range: { start, end: start + part.length } })).toBe(expected);
  });

  test("a part stays within its text", () => {
    expect(select({ pointer: "/name", range: { start: name.length - 2, end: 999 } })).toBe("}}");
  });

  test("a part of what is no text is all of it", () => {
    expect(select({ pointer: "/flow/0/id", range: { start: 0, end: 0 } })).toBe("1");
  });

  test("places are found at the deepest level that is read", () => {
    const deep = `${'{"a":'.repeat(MAX_DEPTH)}7${"}".repeat(MAX_DEPTH)}`;
    expect(createLocator(deep)({ pointer: "/a".repeat(MAX_DEPTH) })).toMatchObject({ line: 1, column: 5001 });
  });

  test("there are none in what is not JSON", () => {
    expect(() => createLocator("{")({ pointer: "" })).toThrow(TypeError);
  });
});

describe("every place", () => {
  const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 4 });
  const indent = fc.constantFrom("", "  ", "\t");

  function* placesIn(value: unknown, at = ""): Generator<[string, unknown]> {
    yield [at, value];
    if (typeof value !== "object" || value === null) return;
    for (const [key, item] of Object.entries(value)) yield* placesIn(item, pointer(at, key));
  }

  test("holds the value that its pointer names", () => {
    fc.assert(
      fc.property(json, indent, (value, space) => {
        const written = JSON.stringify(value, null, space);
        const locate = createLocator(written);
        for (const [at, expected] of placesIn(JSON.parse(written))) {
          expect(JSON.parse(selected(written, locate({ pointer: at })))).toEqual(expected);
        }
      }),
    );
  });

  test("of a part of a text holds that part, whatever is escaped", () => {
    const unit = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
    const asWritten = (char: string) => JSON.stringify(char).slice(1, -1);
    const asEscaped = (char: string) =>
      Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`).join(
        "",
      );
    const unitText = fc.tuple(unit, fc.boolean());

    fc.assert(
      fc.property(fc.array(unitText), fc.array(unitText), fc.array(unitText), (before, part, behind) => {
        const raw = (units: [string, boolean][]) =>
          units.map(([char, escaped]) => (escaped ? asEscaped(char) : asWritten(char))).join("");
        const decoded = (units: [string, boolean][]) => units.map(([char]) => char).join("");
        const written = `["${raw(before)}${raw(part)}${raw(behind)}"]`;
        const start = decoded(before).length;
        const place = { pointer: "/0", range: { start, end: start + decoded(part).length } };
        expect(selected(written, createLocator(written)(place))).toBe(raw(part));
      }),
    );
  });
});
