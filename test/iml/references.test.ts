import { expect, test } from "vitest";
import { call, moduleReference, string } from "../../src/iml/build.ts";
import { parseTemplate } from "../../src/iml/parse.ts";
import { printExpression } from "../../src/iml/print.ts";
import { expressionReferences, templateReferences } from "../../src/iml/references.ts";

test.for([
  ["no mapping", []],
  ["{{1.a}} and {{`2`}}", ["1.a", "`2`"]],
  ["{{if(1.a = 2.b; 3.c; now)}}", ["1.a", "2.b", "3.c", "now"]],
  ["{{1.a[2.b[3.c]].d + 4.e}}", ["1.a[2.b[3.c]].d", "2.b[3.c]", "3.c", "4.e"]],
  ["{{first(1.a).b[2.c]}}", ["1.a", "2.c"]],
  ["{{-(1.a) * !var.input.x}}", ["1.a", "var.input.x"]],
  ['{{f(; 1.a; ) + "2.b"}}', ["1.a"]],
] as const)("`%s` names %j", ([text, expected]) => {
  expect(templateReferences(parseTemplate(text).template).map(printExpression)).toEqual(expected);
});

test("a built expression tells its references, too", () => {
  const reference = moduleReference(1, "a");
  expect(expressionReferences(call("f", string("x"), reference))).toEqual([reference]);
});
