import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFrame, printable } from "../../src/diagnostics/code-frame.ts";

const frame = (text: string, line: number, column: number, endColumn = column + 1, endLine = line): string =>
  codeFrame(text, { line, column, endLine, endColumn }).join("\n");

describe("a code frame", () => {
  test("shows the line with what is meant underlined, and the one in front", () => {
    expect(frame("one\ntwo three\nfour", 2, 5, 10)).toMatchInlineSnapshot(`
      "1 | one
      2 | two three
        |     ^^^^^"
    `);
  });

  test("keeps its gutter straight where the numbers grow longer", () => {
    expect(frame(`${"x\n".repeat(8)}nine\nten`, 10, 1, 4)).toMatchInlineSnapshot(`
      " 9 | nine
      10 | ten
         | ^^^"
    `);
  });

  test("leaves out a blank line in front", () => {
    expect(frame("\n  two", 2, 3, 6)).toBe("2 |   two\n  |   ^^^");
  });

  test("shows the first line alone", () => {
    expect(frame("one\ntwo", 1, 1, 4)).toBe("1 | one\n  | ^^^");
  });

  test("underlines to the end of the line when more lines are meant", () => {
    expect(frame("one two\nthree", 1, 5, 3, 2)).toBe("1 | one two\n  |     ^^^");
  });

  test.for([
    ["behind the end of the line", 9, 12],
    ["at the end of the line", 4, 4],
  ] as const)("points %s", ([, column, end]) => {
    expect(frame("one", 1, column, end)).toBe("1 | one\n  |    ^");
  });

  test("is nothing for a line that is not there", () => {
    expect(frame("one", 5, 1)).toBe("");
  });

  test("does not show the ends of Windows lines", () => {
    expect(frame("one\r\ntwo\r\n", 2, 1, 4)).toBe("1 | one\n2 | two\n  | ^^^");
  });

  test("cuts a long line around what is meant", () => {
    const text = `${"a".repeat(300)}HERE${"b".repeat(300)}`;
    const [shown = "", marks = ""] = codeFrame(text, { line: 1, column: 301, endLine: 1, endColumn: 305 });
    expect(shown).toMatch(/^1 \| …a{25}HEREb{71}…$/u);
    expect(marks.indexOf("^^^^")).toBe(shown.indexOf("HERE"));
  });

  test("cuts a long line at its end only, when its start is meant", () => {
    expect(frame("x".repeat(300), 1, 1, 4)).toBe(`1 | ${"x".repeat(100)}…\n  | ^^^`);
  });
});

test("whatever is meant, the marks stand within what is shown, and no line is long", () => {
  const place = fc.tuple(fc.string({ unit: "grapheme-ascii", maxLength: 400 }), fc.nat(400), fc.nat(400));
  const widths = fc.option(fc.integer({ min: 30, max: 200 }), { nil: undefined });
  fc.assert(
    fc.property(place, widths, ([line, start, length], columns) => {
      const span = { line: 1, column: start + 1, endLine: 1, endColumn: start + 1 + length };
      const frameLines = codeFrame(line, span, columns);
      const [shown = "", marks = ""] = frameLines;
      expect(frameLines).toHaveLength(2);
      expect(marks).toMatch(/^ {2}\| +\^+$/u);
      expect(shown.length).toBeLessThanOrEqual(Math.min(106, columns ?? 106));
      expect(marks.length).toBeLessThanOrEqual(shown.length + 1);
    }),
  );
});

test("what would steer a terminal is shown as blanks, one for each character", () => {
  expect(printable("a\u001b[31mb\tc\u0007\u009b\u202e\u2066d")).toBe("a [31mb c    d");
  expect(printable("plain, ünïcode 注文 🎉")).toBe("plain, ünïcode 注文 🎉");
});
