import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNothing, sameMeaning } from "../../src/decompile/same-meaning.ts";
import { anyValue } from "./any-text.ts";

describe("it means the same to Make", () => {
  test.for<[string, unknown, unknown]>([
    ["a number and its text", 15, "15"],
    ["a switch and its text", true, "true"],
    ["nothing and what is empty", undefined, ""],
    ["what is empty in one way and in another", [], {}],
    ["nothing and null", undefined, null],
    ["a field that is empty and one that is not there", { a: 1, b: "" }, { a: "1" }],
    ["fields in another order", { a: 1, b: 2 }, { b: 2, a: 1 }],
    ["blanks in a mapping", "{{ 1.a  + 2 }}", "{{1.a + 2}}"],
    ["quotes of another kind", "{{upper('a')}}", '{{upper("a")}}'],
    ["operators that are written in two ways", "{{1.a && 2.b == 3}}", "{{1.a & 2.b = 3}}"],
    ["parentheses that change nothing", "{{(1.a)}} {{upper((1.b))}}", "{{1.a}} {{upper(1.b)}}"],
    ["parentheses that the order of operators needs not", "{{1.a + (1.b * 2)}}", "{{1.a + 1.b * 2}}"],
    ["the first item, in brackets or by number", "{{1.list[].a}}", "{{1.list[1].a}}"],
    ["a name with quotes that it needs not", "{{1.`email`}}", "{{1.email}}"],
    ["nothing where a text has to be given, and an empty text", "{{split(1.a; )}}", '{{split(1.a; "")}}'],
    ["a number with more zeros", "{{1.50}}", "{{1.5}}"],
    ["JSON with other blanks", '{ "a": [1, 2] }', '{"a":[1,2]}'],
    ["lists of what means the same", [1, "{{ now }}"], ["1", "{{now}}"]],
  ])("%s", ([, a, b]) => {
    expect(sameMeaning(a, b)).toBe(true);
    expect(sameMeaning(b, a)).toBe(true);
  });
});

describe("it does not mean the same to Make", () => {
  test.for<[string, unknown, unknown]>([
    ["another number", 1, 2],
    ["a number as text with other digits", "1.50", "1.5"],
    ["a text with other blanks", "a b", "a  b"],
    ["text around a mapping with other blanks", "{{1.a}} ", "{{1.a}}"],
    ["another id", "{{1.a}}", "{{2.a}}"],
    ["another function", "{{lower(1.a)}}", "{{upper(1.a)}}"],
    ["a mapping and its text", "{{1}}", 1],
    ["a text in another case", "True", true],
    ["zero and nothing", 0, ""],
    ["false and nothing", false, undefined],
    ["a blank and nothing", " ", ""],
    ["a list with an empty item more", ["a", ""], ["a"]],
    ["a list in another order", ["a", "b"], ["b", "a"]],
    ["parentheses that the order of operators needs", "{{(1.a + 1.b) * 2}}", "{{1.a + 1.b * 2}}"],
    ["an empty argument that may be left out, and an empty text", "{{ifempty(1.a; )}}", '{{ifempty(1.a; "")}}'],
    ["the last item and the first", "{{1.list[-1]}}", "{{1.list[1]}}"],
    ["JSON with another number", '{"a":1}', '{"a":"1"}'],
    ["texts that are no JSON", "[a, b]", "[a,b]"],
    ["what cannot be parsed, with other blanks", "{{1.a +}}", "{{1.a  +}}"],
    ["`constructor` and nothing", { constructor: "x" }, {}],
  ])("%s", ([, a, b]) => {
    expect(sameMeaning(a, b)).toBe(false);
    expect(sameMeaning(b, a)).toBe(false);
  });
});

test("any value means the same as itself", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(sameMeaning(value, structuredClone(value))).toBe(true);
    }),
  );
});

test.for<[unknown, boolean]>([
  [undefined, true],
  [null, true],
  ["", true],
  [[], true],
  [{}, true],
  [0, false],
  [false, false],
  [" ", false],
  [[null], false],
  [{ a: undefined }, false],
])("%o is nothing: %s", ([value, expected]) => {
  expect(isNothing(value)).toBe(expected);
});
