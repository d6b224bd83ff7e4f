import { describe, expect, test } from "vitest";
import { findOperator, operators, suggestOperator } from "../../src/iml/operators.ts";

describe("the operators", () => {
  test("are 58, each with a code of its own", () => {
    expect(new Set(operators.map(({ code }) => code)).size).toBe(58);
    expect(operators).toHaveLength(58);
  });

  test("are two unary ones and 56 that compare", () => {
    expect(operators.filter(({ unary }) => unary).map(({ code }) => code)).toEqual(["exist", "notexist"]);
  });

  test("come in groups of these sizes", () => {
    const sizes: Record<string, number> = {};
    for (const { group } of operators) sizes[group] = (sizes[group] ?? 0) + 1;
    expect(sizes).toEqual({ basic: 2, text: 20, number: 6, date: 6, time: 6, semver: 6, array: 10, boolean: 2 });
  });

  test("ignore case where their code ends in `:ci`", () => {
    expect(operators.filter(({ code, caseInsensitive }) => caseInsensitive !== code.endsWith(":ci"))).toEqual([]);
    expect(operators.filter(({ caseInsensitive }) => caseInsensitive)).toHaveLength(12);
  });

  test.for(["text:equal:ci", "number:greaterorequal", "array:less", "semver:notequal", "boolean:equal", "time:less"])(
    "are found by code: %s",
    (code) => {
      expect(findOperator(code)?.code).toBe(code);
    },
  );

  test.for(["text:equals", "array:equal:ci", "", "constructor"])("do not hold `%s`", (code) => {
    expect(findOperator(code)).toBeUndefined();
  });
});

describe("for a wrong code", () => {
  test.for([
    ["text:equals", "text:equal"],
    ["string:equal", "text:equal"],
    ["text:notEqual", "text:notequal"],
    ["text:notcontains", "text:notcontain"],
    ["text:doesNotContain:ci", "text:notcontain:ci"],
    ["text:startswith", "text:startwith"],
    ["text:match", "text:pattern"],
    ["text:notMatch:ci", "text:notpattern:ci"],
    ["text:equal:cs", "text:equal"],
    ["text:isempty", "notexist"],
    ["text:isNotEmpty", "exist"],
    ["notexists", "notexist"],
    ["number:gt", "number:greater"],
    ["number:greaterequal", "number:greaterorequal"],
    ["number:<=", "number:lessorequal"],
    ["date:before", "date:less"],
    ["date:after", "date:greater"],
    ["date:lessEqual", "date:lessorequal"],
    ["boolean:is", "boolean:equal"],
    ["array:includes", "array:contain"],
    ["eq", "text:equal"],
    ["ne", "text:notequal"],
    ["gt", "number:greater"],
    ["nubmer:equal", "number:equal"],
  ] as const)("`%s` the suggestion is `%s`", ([wrong, right]) => {
    expect(suggestOperator(wrong)).toBe(right);
  });

  test.for(["", "xyzzy", "constructor", "toString:constructor"])("`%s` there is no suggestion", (code) => {
    expect(suggestOperator(code)).toBeUndefined();
  });

  test("that is a right one the suggestion is itself", () => {
    expect(operators.filter(({ code }) => suggestOperator(code) !== code)).toEqual([]);
  });
});
