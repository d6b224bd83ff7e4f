import { expect, test } from "vitest";
import { alternatives, counted, described, didYouMean, quoted } from "../../src/lint/review-wording.ts";

test.for([
  ["High", "`High`", "the text `High`"],
  ["two\n  lines", "`two lines`", "the text `two lines`"],
  ["", "empty", "empty"],
  [59, "`59`", "`59`"],
  [false, "`false`", "`false`"],
  [null, "`null`", "`null`"],
  [["a"], '`["a"]`', "a list"],
  [{ a: 1 }, '`{"a":1}`', "an object"],
  ["x".repeat(61), `\`${"x".repeat(59)}…\``, `the text \`${"x".repeat(59)}…\``],
] as const)("%j is quoted and described", ([value, inQuotes, inWords]) => {
  expect(quoted(value)).toBe(inQuotes);
  expect(described(value)).toBe(inWords);
});

test("alternatives are listed as in a sentence", () => {
  expect(alternatives(["low", "medium", "high"])).toBe("`low`, `medium` or `high`");
  expect(alternatives(["low", "high"])).toBe("`low` or `high`");
  expect(alternatives(["low"])).toBe("`low`");
});

test("large numbers are easy to read", () => {
  expect(counted(86_400)).toBe("86,400");
});

test("a slip is told from another word", () => {
  expect(didYouMean("optoins", ["options", "max_selections"], "Remove it")).toBe("Did you mean `options`?");
  expect(didYouMean("theme", ["options", "max_selections"], "Remove it")).toBe("Remove it");
});
