import { describe, expect, test } from "vitest";
import { breakLines, textWidth } from "../../src/render/text-width.ts";

const broken = (text: string, width = 100, most = 3) => breakLines(text, { size: 10, width, most });

describe("lines", () => {
  test.for<[text: string, lines: readonly string[], isCut: boolean]>([
    ["Short", ["Short"], false],
    ["", [], false],
    ["A name that goes on", ["A name that goes", "on"], false],
    ["one two three four five six", ["one two three", "four five six"], false],
    ["one two three four five six seven eight nine ten", ["one two three", "four five six", "seven eight nin…"], true],
    ["google.com/a/very/long/path", ["google.com/a/", "very/long/path"], false],
    ["word ".repeat(30), ["word word word", "word word word", "word word wo…"], true],
  ])("%j", ([text, lines, isCut]) => {
    expect(broken(text)).toMatchObject({ lines, isCut });
  });

  test.for([
    ["W".repeat(200)],
    ["漢字".repeat(90)],
    ["👩‍👩‍👧".repeat(50)],
    ["a b ".repeat(1000)],
    ["x".repeat(1_000_000)],
  ])("are never wider than they may be: %#", ([text = ""]) => {
    const { lines, width, isCut } = broken(text);
    expect(lines).toHaveLength(3);
    expect(isCut).toBe(true);
    expect(lines.at(-1)).toMatch(/…$/u);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(100);
    expect(width).toBeLessThanOrEqual(100);
  });
});

test("letters that stand on others take no room, those of East Asia a square", () => {
  expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
  expect(textWidth("漢", 10)).toBeGreaterThan(10);
});
