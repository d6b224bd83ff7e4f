import { expect, test } from "vitest";
import { quote } from "../../src/util/quote.ts";

test.for([
  ["plain", "`plain`"],
  ["", "``"],
  ["two\nlines\tand\rmore", "`two\\nlines\\tand\\rmore`"],
  ["\u001b[31m\u009b\u2028", "`\\u001b[31m\\u009b\\u2028`"],
  ["x".repeat(40), `\`${"x".repeat(40)}\``],
  ["x".repeat(41), `\`${"x".repeat(40)}…\``],
] as const)("%j is quoted as %s", ([words, quoted]) => {
  expect(quote(words)).toBe(quoted);
});
