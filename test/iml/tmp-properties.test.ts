// What holds for every mapping, however it looks and whatever the data are.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "../../src/iml/ast.ts";
import { coerce } from "../../src/iml/coerce.ts";
import { evaluateConditions } from "../../src/iml/conditions.ts";
import { evaluateTemplate } from "../../src/iml/evaluate.ts";
import { attempt } from "../../src/iml/evaluation-error.ts";
import { functions } from "../../src/iml/functions.ts";
import { operators } from "../../src/iml/operators.ts";
import { printTemplate } from "../../src/iml/print.ts";
import type { Value } from "../../src/iml/value.ts";
import { builtExpression, jumbledTemplate } from "./arbitraries.ts";
import { NOW } from "./evaluating.ts";

const data = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

const operand: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("1.a", "1.a.b", "1.list", "1.list[1]", "`1`", "now", "null", "emptyarray", "random", "ignore", ""),
  fc.constantFrom("-1", "0", "1.5", "99999999999", "true", "1 / 0"),
  fc.constantFrom('"a"', '"/(a+)b/g"', '"YYYY-MM-DD"', '"2026-01-31"', '"$&$1"', '"desc"', '"Europe/Prague"', '"hex"'),
  fc.string({ maxLength: 8 }).map((text) => `"${text.replaceAll(/["{}]/g, "")}"`),
);

/** Calls of functions that exist, with arguments that mostly make no sense. */
const calls: fc.Arbitrary<string> = fc.letrec<{ call: string }>((tie) => ({
  call: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    operand,
    fc
      .tuple(fc.constantFrom(...functions.keys()), fc.array(fc.oneof(operand, tie("call")), { maxLength: 4 }))
      .map(([name, args]) => `${name}(${args.join("; ")})`),
    fc
      .tuple(tie("call"), fc.constantFrom("+", "-", "*", "/", "%", "=", "!=", "<", ">=", "&", "|"), tie("call"))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`.replaceAll("()", "null")),
  ),
})).call;

test("a call of any function with any arguments has a value or the documented error", () => {
  fc.assert(
    fc.property(calls, data, (expression, a) => {
      const bundle = () => ({ a, list: [a, { a }], text: "a" });
      const result = evaluateTemplate(`{{${expression}}}`, { now: NOW, bundle, timezone: "Europe/Prague" });
      if (result.ok) JSON.stringify(result.value);
      else expect(result.error.name).toBe("EvaluationError");
    }),
    { numRuns: 60000 },
  );
});

test("any text and any tree have a value or the documented error", () => {
  const outcome = (template: Parameters<typeof evaluateTemplate>[0], a: unknown) => {
    const result = evaluateTemplate(template, { now: NOW, bundle: () => a, variables: { a } });
    if (!result.ok) expect(result.error.name).toBe("EvaluationError");
  };
  fc.assert(fc.property(jumbledTemplate, data, outcome), { numRuns: 15000 });
  fc.assert(
    fc.property(builtExpression, data, (expression: Expression, a) =>
      outcome({ parts: [{ kind: "mapping", expression }] }, a),
    ),
    { numRuns: 15000 },
  );
});

test("a text is evaluated like the tree that it is read as", () => {
  fc.assert(
    fc.property(builtExpression, (expression) => {
      const template = { parts: [{ kind: "mapping", expression } as const] };
      const context = { now: NOW, random: () => 0.25, bundle: () => ({ a: [1, "2"], email: "x" }) };
      const fromTree = evaluateTemplate(template, context);
      const fromText = evaluateTemplate(printTemplate(template), context);
      if (fromTree.ok) expect(fromText).toEqual(fromTree);
      else expect(fromText).toMatchObject({ ok: false, error: { message: fromTree.error.message } });
    }),
    { numRuns: 15000 },
  );
});

test("any operands of any operator are compared, or give the documented error", () => {
  const code = fc.constantFrom(...operators.map((operator) => operator.code));
  fc.assert(
    fc.property(code, data, data, (o, a, b) => {
      const result = evaluateConditions([[{ a, o, b }]], { now: NOW });
      if (result.ok) expect(typeof result.value).toBe("boolean");
      else expect(result.error.name).toBe("EvaluationError");
    }),
    { numRuns: 40000 },
  );
});

test("a value is coerced to any type, or gives the documented error", () => {
  const types = ["any", "array", "boolean", "buffer", "collection", "date", "number", "text"] as const;
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...types), (value, type) => {
      const result = attempt(() => coerce(value as Value, type, "UTC"));
      if (!result.ok) expect(result.error.message).toContain(`is not a valid ${type}`);
    }),
  );
});
