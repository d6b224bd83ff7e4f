import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression, Template } from "../../src/iml/ast.ts";
import { binary, call, literal, moduleReference } from "../../src/iml/build.ts";
import { parseTemplate } from "../../src/iml/parse.ts";
import { printExpression, printTemplate } from "../../src/iml/print.ts";
import { type Rewrite, rewriteExpression, rewriteTemplate } from "../../src/iml/rewrite.ts";
import { builtExpression, jumbledTemplate } from "./arbitraries.ts";

const rewritten = (text: string, visit: Rewrite) => printTemplate(rewriteTemplate(parseTemplate(text).template, visit));

/** Adds 100 to the id of every module. */
const renumber: Rewrite = (expression) =>
  expression.kind === "reference" && expression.root.kind === "module"
    ? { ...expression, root: { ...expression.root, id: expression.root.id + 100 } }
    : expression;

describe("a rewritten template", () => {
  test.for([
    ["Hi {{1.name}}!", "Hi {{101.name}}!"],
    ["{{ `1` }}", "{{ `101` }}"],
    ["{{if( 1.a[ 2.b ] =3 ;; first(4.`c d`).e[5.f])}}", "{{if( 101.a[ 102.b ] =3 ;; first(104.`c d`).e[105.f])}}"],
    ['{{-(1.a) + "1.a"}}', '{{-(101.a) + "1.a"}}'],
    ["{{1.a and 2.b}} {{1.c}}", "{{1.a and 2.b}} {{101.c}}"],
  ] as const)("keeps how it was written: %s", ([text, expected]) => {
    expect(rewritten(text, renumber)).toBe(expected);
  });

  test("gets the parentheses that it needs", () => {
    const widen: Rewrite = (expression) =>
      expression.kind === "reference" ? binary("+", expression, literal(1)) : expression;
    expect(rewritten("{{1.a * 2 - -now}}", widen)).toBe("{{(1.a + 1) * 2 - -(now + 1)}}");
  });

  test("is visited from the inside out", () => {
    const order: string[] = [];
    rewritten("{{f(1.a[2]; -(3))}}", (expression) => {
      order.push(printExpression(expression));
      return expression;
    });
    expect(order).toEqual(["2", "1.a[2]", "3", "(3)", "-(3)", "f(1.a[2]; -(3))"]);
  });

  test("shows a visitor what was already rewritten", () => {
    const visit: Rewrite = (expression) => {
      if (expression.kind === "reference") return moduleReference(9);
      return expression.kind === "call" ? call("g", ...expression.args) : expression;
    };
    expect(rewritten("{{f(1.a; )}}", visit)).toBe("{{g(`9`; )}}");
  });
});

describe("what does not change", () => {
  const keep: Rewrite = (expression) => expression;

  test("is the same object", () => {
    const check = (template: Template) => expect(rewriteTemplate(template, keep)).toBe(template);
    fc.assert(
      fc.property(jumbledTemplate, (text) => {
        check(parseTemplate(text).template);
      }),
    );
    fc.assert(
      fc.property(builtExpression, (expression: Expression) => {
        expect(rewriteExpression(expression, keep)).toBe(expression);
      }),
    );
  });

  test("is shared with the tree before", () => {
    const { template } = parseTemplate("{{f(1.a; g(now))}} {{g(now)}}");
    const changed = rewriteTemplate(template, renumber);
    expect(changed).not.toBe(template);
    expect(changed.parts[2]).toBe(template.parts[2]);
    const [before, after] = [template.parts[0], changed.parts[0]].map((part) =>
      part?.kind === "mapping" && part.expression?.kind === "call" ? part.expression.args[1] : undefined,
    );
    expect(after).toBeDefined();
    expect(after).toBe(before);
  });
});
