import { describe, expect, test } from "vitest";
import type { Part } from "../../src/iml/ast.ts";
import { keyword, moduleReference } from "../../src/iml/build.ts";
import { printExpression } from "../../src/iml/print.ts";
import { asKey, bindingExpr, bindingOf } from "../../src/model/binding.ts";
import { expr, isExpr, mapping, templateExpression, templateOf } from "../../src/model/expression.ts";

const text = (content: string): Part => ({ kind: "text", text: content });
const id: Part = { kind: "mapping", expression: moduleReference(1, "id") };
const now: Part = { kind: "mapping", expression: keyword("now") };

test.for([null, undefined, 5, "text", {}, [], () => 1])("%o is plain data", (value) => {
  expect(isExpr(value)).toBe(false);
});

describe("a template as an operand", () => {
  test.for<[string, readonly Part[], string]>([
    ["of nothing is an empty text", [], '""'],
    ["of a text is the text", [text("a")], '"a"'],
    ["of a mapping is the mapping, with its type", [id], "1.id"],
    ["of an empty mapping is an empty text", [{ kind: "mapping", expression: undefined }], '""'],
    ["is joined with +", [text("a"), id, text("b")], '"a" + 1.id + "b"'],
    ["begins with a text, because + adds numbers", [id, now], '"" + 1.id + now'],
  ])("%s", ([, parts, expected]) => {
    expect(printExpression(templateExpression({ parts }))).toBe(expected);
  });
});

test("a connection's key is the one of the same name; anything else stays what it is", () => {
  const [part] = templateOf(asKey(bindingExpr("connections", "hitl")))?.parts ?? [];
  expect(part?.kind === "mapping" && part.expression?.kind === "placeholder" && bindingOf(part.expression)).toEqual({
    kind: "keys",
    name: "hitl",
  });
  const given = mapping(moduleReference(1, "connection"));
  expect(asKey(given)).toBe(given);
  const plain = expr(text("5"));
  expect(asKey(plain)).toBe(plain);
});
