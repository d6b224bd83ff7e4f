import fc from "fast-check";
import type { BinaryOperator, EmptyArgument, Expression, ModuleRoot, NameRoot, Segment } from "../../src/iml/ast.ts";
import { isDigits } from "../../src/iml/names.ts";
import { PRECEDENCE } from "../../src/iml/precedence.ts";

const plainName = fc.constantFrom("a", "email", "line_items", "Name2", "now", "and");
const anyName = fc.oneof(
  plainName,
  fc.string({ unit: "binary" }),
  fc.constantFrom("First name", "0", "_value", "a.b", ""),
);
const printableName = anyName.filter((name) => !name.includes("`"));

const nameRoot: fc.Arbitrary<NameRoot> = printableName
  .filter((name) => !isDigits(name))
  .map((name) => ({ kind: "name", name }));
const moduleRoot: fc.Arbitrary<ModuleRoot> = fc.nat({ max: 200 }).map((id) => ({ kind: "module", id }));

/** Trees as a program builds them: no ranges, no spacing. */
export const builtExpression: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression; segment: Segment }>(
  (tie) => {
    const expression = tie("expression");
    const segment = tie("segment");
    const argument: fc.Arbitrary<Expression | EmptyArgument> = fc.oneof(
      { arbitrary: expression, weight: 4 },
      { arbitrary: fc.constant<EmptyArgument>({ kind: "empty" }), weight: 1 },
    );
    return {
      segment: fc.oneof(
        printableName.map((name): Segment => ({ kind: "property", name })),
        fc.option(expression, { nil: undefined }).map((index): Segment => ({ kind: "index", index })),
      ),
      expression: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.string({ unit: "binary" }).map((value): Expression => ({ kind: "string", value })),
        fc
          .double({ min: 0, noNaN: true, noDefaultInfinity: true })
          .map((value): Expression => ({ kind: "number", value })),
        fc.record({
          kind: fc.constant("reference"),
          root: fc.oneof(nameRoot, moduleRoot),
          path: fc.array(segment, { maxLength: 3 }),
        }),
        fc
          .record({ kind: fc.constant("call"), name: plainName, args: fc.array(argument, { maxLength: 3 }) })
          // `f()` has no argument, so a single empty one cannot be told from none.
          .filter(({ args }) => args.length !== 1 || args[0]?.kind !== "empty"),
        fc.record({
          kind: fc.constant("member"),
          object: expression,
          path: fc.array(segment, { minLength: 1, maxLength: 2 }),
        }),
        fc.record({ kind: fc.constant("unary"), operator: fc.constantFrom("-", "!"), operand: expression }),
        fc.record({
          kind: fc.constant("binary"),
          operator: fc.constantFrom(...(Object.keys(PRECEDENCE) as BinaryOperator[])),
          left: expression,
          right: expression,
        }),
        fc.record({ kind: fc.constant("group"), expression }),
      ),
    };
  },
).expression;

/** Texts made of what the language is made of, mostly in an order that makes no sense. */
export const jumbledTemplate: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ..."{{ }} \" ' ` ( ) [ ] { } ; , . 1 2.5 a if( now and not ! = == < + - * ? : \\ “ ” é 🙂".split(" "),
      " ",
      "\n",
      "{{1.name}}",
      '{{if(a; "b"; )}}',
    ),
    { maxLength: 40, size: "max" },
  )
  .map((pieces) => pieces.join(""));

const TRIVIA = new Set(["range", "before", "after", "spacing", "quoted", "quote", "raw", "nameRange", "operatorRange"]);

/** The tree without how it was written: what must survive printing and parsing. Parentheses are dropped, too. */
export function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaningOf);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "group" && "expression" in value) return meaningOf(value.expression);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !TRIVIA.has(key))
      .map(([key, child]) => [key, meaningOf(child)]),
  );
}
