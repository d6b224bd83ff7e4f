import { expect, test } from "vitest";
import { findMapping, hasMapping } from "../../src/iml/scan.ts";

test.for([
  ["{{1.a}}", true],
  ["}} then {{", true],
  ["{{1.a", false],
  ["1.a}}", false],
  ["{1.a}", false],
  ["", false],
] as const)("whether `%s` has a mapping is %s", ([text, expected]) => {
  expect(hasMapping(text)).toBe(expected);
});

/** The mapping that is found first, or where an opening has no end. */
function found(text: string, from = 0): string | undefined {
  const span = findMapping(text, from);
  if (span === undefined) return undefined;
  return "unclosed" in span ? `unclosed at ${span.unclosed}` : text.slice(span.start, span.end);
}

test.for([
  ["plain", undefined],
  ["a {{1.b}} {{2.c}}", "{{1.b}}"],
  ['{{f("}}")}} }}', '{{f("}}")}}'],
  ['{{f("a ""}}"" b")}}', '{{f("a ""}}"" b")}}'],
  ["{{1.`}}`}}", "{{1.`}}`}}"],
  ["{{f('}}')}}", "{{f('}}')}}"],
  ['{"a":{{{1.b}}}', "{{1.b}}"],
  ["{{{{1.b}}}}", "{{1.b}}"],
  ['{{f("a)}} and more', '{{f("a)}}'],
  ["a {{1.b", "unclosed at 2"],
] as const)("in `%s` it finds %s", ([text, expected]) => {
  expect(found(text)).toBe(expected);
});

test("the search begins where it is told to", () => {
  expect(found("{{1.a}} {{2.b}}", 7)).toBe("{{2.b}}");
});
