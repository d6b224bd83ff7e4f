import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFrame, printable } from "../../src/diagnostics/code-frame.ts";
import { columnsOf } from "../../src/diagnostics/columns.ts";

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

  test("says that the line in front goes on", () => {
    const [company] = codeFrame(`${"a".repeat(200)}\nb`, { line: 2, column: 1, endLine: 2, endColumn: 2 });
    expect(company).toBe(`1 | ${"a".repeat(100)}…`);
  });

  test("cuts a long line at its end only, when its start is meant", () => {
    expect(frame("x".repeat(300), 1, 1, 4)).toBe(`1 | ${"x".repeat(100)}…\n  | ^^^`);
  });
});

describe("the marks of a code frame", () => {
  test.for<[what: string, line: string, meant: string, columns: number, wide: number]>([
    ["count two columns for Chinese and Japanese letters", "注文: {{9.x}}", "{{9.x}}", 6, 7],
    ["count two columns for Korean letters", "주문: {{9.x}}", "{{9.x}}", 6, 7],
    ["count two columns for emoji, however they are put together", "🎉👩‍👩‍👧🇩🇪 x", "x", 7, 1],
    ["count one column for letters of half the width", "ｱｲ x", "x", 3, 1],
    ["count none for marks on a letter", "Cafe\u0301 x", "x", 5, 1],
    ["count none for what is invisible", "a\u200b\ufeffb x", "x", 3, 1],
    ["count one column for a tab, which is shown as a blank", "\t注\tx", "x", 4, 1],
    ["are as wide as what is meant", "a 注文🎉 b", "注文🎉", 2, 6],
    ["are never nothing", "e\u0301", "\u0301", 1, 1],
  ])("%s", ([, line, meant, columns, wide]) => {
    const column = line.indexOf(meant) + 1;
    const marks = codeFrame(line, { line: 1, column, endLine: 1, endColumn: column + meant.length })[1];
    expect(marks).toBe(`  | ${" ".repeat(columns)}${"^".repeat(wide)}`);
  });

  test("stand within a long line of wide letters, which is cut to the columns that there are", () => {
    const line = `${"注".repeat(300)}HERE${"文".repeat(300)}`;
    const [shown = "", marks = ""] = codeFrame(line, { line: 1, column: 301, endLine: 1, endColumn: 305 }, 60);
    expect(shown).toBe(`1 | …${"注".repeat(6)}HERE${"文".repeat(19)}…`);
    expect(marks).toBe(`  |  ${" ".repeat(12)}^^^^`);
  });

  test("cut nothing in two that is seen as one", () => {
    const line = `${"👩‍👩‍👧".repeat(100)}HERE${"👩‍👩‍👧".repeat(100)}`;
    const column = line.indexOf("HERE") + 1;
    const [shown = ""] = codeFrame(line, { line: 1, column, endLine: 1, endColumn: column + 4 }, 60);
    expect(shown).toMatch(/^1 \| …(?:👩‍👩‍👧)+HERE(?:👩‍👩‍👧)+…$/u);
  });

  test("are found in a line of megabytes at once", () => {
    const line = "注文".repeat(2_000_000);
    const start = performance.now();
    codeFrame(line, { line: 1, column: 3_000_000, endLine: 1, endColumn: 3_000_005 });
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test("however wide letters are, no line of a frame is wider than was asked for", () => {
  const lines = fc.array(fc.constantFrom("a", " ", "注", "🎉", "👩‍👩‍👧", "e\u0301", "ｱ", "\t", "\ud83d"), {
    maxLength: 150,
  });
  fc.assert(
    fc.property(lines, fc.nat(400), fc.nat(400), fc.integer({ min: 30, max: 200 }), (letters, at, length, columns) => {
      const line = letters.join("");
      const frameLines = codeFrame(line, { line: 1, column: at + 1, endLine: 1, endColumn: at + 1 + length }, columns);
      expect(Math.max(...frameLines.map(columnsOf))).toBeLessThanOrEqual(columns + 1);
    }),
  );
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
