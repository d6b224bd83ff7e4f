import { expect, test } from "vitest";
import { quote } from "../../src/util/quote.ts";

test.for<[string, string]>([
  ["http:MakeRequest", "`http:MakeRequest`"],
  ["", "``"],
  ["a\tb\r\nc", "`a\\tb\\r\\nc`"],
  ["\u001b[31m\u0000\u2028", "`\\u001b[31m\\u0000\\u2028`"],
  ["Zoë 😀", "`Zoë 😀`"],
  ["x".repeat(40), `\`${"x".repeat(40)}\``],
  ["x".repeat(41), `\`${"x".repeat(40)}…\``],
  [`${"x".repeat(39)}😀y`, `\`${"x".repeat(39)}…\``],
])("%j is quoted as %s", ([words, quoted]) => {
  expect(quote(words)).toBe(quoted);
});
