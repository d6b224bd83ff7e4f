import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_DEPTH, scanJson } from "../../src/blueprint/scan-json.ts";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("the scanner of JSON", () => {
  test.for([
    "",
    " ",
    "{}",
    "[]",
    " [ ] ",
    "[1,2]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[}",
    "{]",
    '{"a":1}',
    '{"a":1,}',
    '{"a" 1}',
    '{"a":}',
    "{a:1}",
    "{,}",
    "0",
    "-0",
    "-",
    "01",
    "1.",
    ".5",
    "1.5e+3",
    "1e",
    "+1",
    "0x1F",
    "NaN",
    "-Infinity",
    "true",
    "True",
    "truefalse",
    "nullx",
    "[true]",
    "1 2",
    "{} {}",
    '"a',
    '"\\',
    '"\\"',
    '"\\u12"',
    '"\\u12aF"',
    '"\\x"',
    '"\t"',
    '"\u007f\u2028"',
    "\u00a01",
    "\ufeff1",
  ])("accepts %j exactly when JSON.parse does", (text) => {
    expect(scanJson(text).ok).toBe(isJson(text));
  });

  test("accepts what JSON.parse accepts and nothing else, however a text is damaged", () => {
    const pieces = fc.constantFrom(...'{}[],:"\\ \n\t01.-eu', "true", "null", '"a"', "\\u0041", "é", "{{", "//");
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.nat(3), pieces).map(([json, position, length, piece]) => {
      const at = position % (json.length + 1);
      return json.slice(0, at) + piece + json.slice(at + length);
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((parts) => parts.join("")),
          damaged,
          fc.json(),
        ),
        (text) => {
          expect(scanJson(text).ok).toBe(isJson(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("lists what the text holds in its order, with the way past each container", () => {
    const text = '{"a": [1, {}], "b": "c"}';
    const scan = scanJson(text);
    if (!scan.ok) throw new Error("The text is JSON");
    const { starts, ends, nexts } = scan.tape;
    expect([...starts].map((start, entry) => `${entry}-${nexts[entry]}: ${text.slice(start, ends[entry])}`)).toEqual([
      '0-7: {"a": [1, {}], "b": "c"}',
      '1-2: "a"',
      "2-5: [1, {}]",
      "3-4: 1",
      "4-5: {}",
      '5-6: "b"',
      '6-7: "c"',
    ]);
  });

  test("knows where lines begin, however a text is indented and its lines are ended", () => {
    const blanks = fc
      .array(fc.constantFrom("\n", "\r\n", "\r", "\t", " ", "    ", " ".repeat(37)))
      .map((all) => all.join(""));
    const token = fc.constantFrom("{}", "[]", '"a\\n"', "1", "null");
    const text = fc
      .tuple(blanks, fc.array(fc.tuple(blanks, token, blanks), { maxLength: 30 }), blanks)
      .map(([before, items, after]) => `${before}[${items.map((item) => item.join("")).join()}]${after}`);
    fc.assert(
      fc.property(text, (json) => {
        const scan = scanJson(json);
        if (!scan.ok) throw new Error("The text is JSON");
        const breaks = [...json.matchAll(/\r\n|\n|\r/g)].map((found) => found.index + found[0].length);
        expect([...scan.tape.lines]).toEqual([0, ...breaks]);
      }),
    );
  });

  test("reads a short text right after a long one of nothing but blanks", () => {
    expect(scanJson(`[${"\n        ".repeat(1_000)}]`).ok).toBe(true);
    for (let length = 0; length < 40; length++) expect(scanJson(`\n${" ".repeat(length)}`).ok).toBe(false);
    for (let length = 0; length < 40; length++) expect(scanJson(`[\n${" ".repeat(length)}1]`).ok).toBe(true);
  });

  test.for([
    ["[".repeat(MAX_DEPTH) + "]".repeat(MAX_DEPTH), undefined],
    ["[".repeat(MAX_DEPTH + 1) + "]".repeat(MAX_DEPTH + 1), MAX_DEPTH],
    [`${'{"a":'.repeat(MAX_DEPTH)}[1`, 5 * MAX_DEPTH],
    ["[".repeat(1_000_000), MAX_DEPTH],
  ] as const)("reads so many levels and no more (%#)", ([text, offset]) => {
    const scan = scanJson(text);
    expect(scan.ok ? undefined : scan.fault).toEqual(
      offset === undefined ? undefined : expect.objectContaining({ offset, expected: "depth" }),
    );
  });
});
