import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression } from "../../src/iml/ast.ts";
import { binary, call, index, keyword, literal, moduleReference, property, string } from "../../src/iml/build.ts";
import { parseTemplate } from "../../src/iml/parse.ts";
import { printExpression, printTemplate, UnprintableNameError } from "../../src/iml/print.ts";
import { builtExpression, jumbledTemplate, meaningOf } from "./arbitraries.ts";
import { corpusTexts, hasCorpus } from "./corpus.ts";
import { hasVectors, wildTemplates } from "./vectors.ts";

const roundTrip = (text: string) => printTemplate(parseTemplate(text).template);

describe("a built expression", () => {
  const sum = binary("+", literal(1), literal(2));

  test.for<[Expression, string]>([
    [moduleReference(3, "customer", "First name"), "3.customer.`First name`"],
    [moduleReference(3, "0"), "3.`0`"],
    [moduleReference(3, "__IMTINDEX__"), "3.`__IMTINDEX__`"],
    [moduleReference(3), "`3`"],
    [{ ...moduleReference(3, "a"), path: [index(), property("a"), index(literal(-1))] }, "3[].a[-1]"],
    [keyword("now"), "now"],
    [keyword("My variable"), "`My variable`"],
    [string('say "hi"'), '"say ""hi"""'],
    [literal(-0.5), "-0.5"],
    [literal(1e21), "1000000000000000000000"],
    [literal(1.5e-7), "0.00000015"],
    [literal(true), "true"],
    [call("now"), "now()"],
    [call("if", moduleReference(1, "a"), { kind: "empty" }, string("")), 'if(1.a; ; "")'],
    [binary("*", sum, literal(3)), "(1 + 2) * 3"],
    [binary("-", literal(3), sum), "3 - (1 + 2)"],
    [binary("+", sum, literal(3)), "1 + 2 + 3"],
    [binary("=", sum, literal(3)), "1 + 2 = 3"],
    [{ kind: "unary", operator: "!", operand: sum }, "!(1 + 2)"],
    [{ kind: "member", object: call("first", keyword("a")), path: [property("b")] }, "first(a).b"],
    [{ kind: "member", object: sum, path: [property("b")] }, "(1 + 2).b"],
    [{ kind: "member", object: literal(5), path: [property("b")] }, "(5).b"],
  ])("%# is written as the editor would: %2$s", ([expression, expected]) => {
    expect(printExpression(expression)).toBe(expected);
  });

  test("means the same when it is read again", () => {
    fc.assert(
      fc.property(builtExpression, (expression) => {
        const { template, problems } = parseTemplate(`{{${printExpression(expression)}}}`);
        expect(problems).toEqual([]);
        expect(meaningOf(template.parts)).toEqual([{ kind: "mapping", expression: meaningOf(expression) }]);
      }),
    );
  });

  test("is printed the same after it was read again", () => {
    fc.assert(
      fc.property(builtExpression, (expression) => {
        const text = printTemplate({ parts: [{ kind: "mapping", expression }] });
        expect(roundTrip(text)).toBe(text);
      }),
    );
  });
});

describe("what cannot be written", () => {
  test.for<[string, Expression]>([
    ["a field's", moduleReference(1, "a`b")],
    ["a variable's", keyword("a`b")],
    ["a function's", call("two words")],
    ["an empty function's", call("")],
  ])("%s name is refused", ([, expression]) => {
    expect(() => printExpression(expression)).toThrow(UnprintableNameError);
  });

  test("an unfilled placeholder is a bug of the caller", () => {
    expect(() => printExpression({ kind: "placeholder", value: 1 })).toThrow("placeholder");
  });

  test("a number without digits is refused", () => {
    expect(() => printExpression({ kind: "number", value: Number.NaN })).toThrow("NaN");
  });
});

describe("a parsed template", () => {
  test.for([
    "{{  if( 1.a ;2 ;; )  }}",
    "{{a=-1&b}}",
    "{{ 1 . a [ 2 ] . `b` }}",
    "{{f ( ) + g(( 1 ) )}}",
    '{{\'single\' + "dou""ble"}}',
    "{{007.x + 1.50 + 99999999999999999999.y}}",
    "{{`1`.x + _value.0.`plain`}}",
    "{{a ? b : c}} {{f(1, 2)}} {{",
    "{{{1.a}}} {{{{1.b}}}}",
  ])("keeps every byte: %s", (text) => {
    expect(roundTrip(text)).toBe(text);
  });

  test("keeps every byte, whatever the text is", () => {
    fc.assert(
      fc.property(jumbledTemplate, (text) => {
        expect(roundTrip(text)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(roundTrip(text)).toBe(text);
      }),
    );
  });

  test("keeps every byte of what was built in other styles", () => {
    const respaced = builtExpression.map(
      (expression) => `{{ ${printExpression(expression).replaceAll("; ", " ;\n")} }}`,
    );
    fc.assert(
      fc.property(respaced, (text) => {
        expect(roundTrip(text)).toBe(text);
      }),
    );
  });
});

describe.skipIf(!hasVectors)("published templates (needs ../shared/vectors)", () => {
  test("come back byte for byte", () => {
    const changed = wildTemplates().filter((text) => roundTrip(text) !== text);
    expect(changed).toEqual([]);
  });
});

describe.skipIf(!hasCorpus)("the corpus (needs ../shared/corpus)", () => {
  test("has more than 5,000 mappings, and all come back byte for byte", () => {
    let mappings = 0;
    const changed: string[] = [];
    for (const { text } of corpusTexts()) {
      const { template } = parseTemplate(text);
      mappings += template.parts.filter(({ kind }) => kind === "mapping").length;
      if (printTemplate(template) !== text) changed.push(text);
    }
    expect(changed).toEqual([]);
    expect(mappings).toBeGreaterThan(5000);
  });
});
