// Short constructors for expressions that a program writes.

import type { BinaryOperator, Call, EmptyArgument, Expression, Reference, Segment, StringLiteral } from "./ast.ts";

export const string = (value: string): StringLiteral => ({ kind: "string", value });

/** A literal. Booleans and null are keywords of the language; a negative number is a negated one. */
export function literal(value: string | number | boolean | null): Expression {
  if (typeof value === "string") return string(value);
  if (typeof value !== "number") return keyword(String(value));
  const positive: Expression = { kind: "number", value: Math.abs(value) };
  return value < 0 ? { kind: "unary", operator: "-", operand: positive } : positive;
}

/** `now`, `emptystring`, `null` and the like. */
export const keyword = (name: string): Reference => ({ kind: "reference", root: { kind: "name", name }, path: [] });

/** The output of module `id`, or a field of it: `moduleReference(3, "customer", "email")`. */
export const moduleReference = (id: number, ...path: string[]): Reference => ({
  kind: "reference",
  root: { kind: "module", id },
  path: path.map(property),
});

export const property = (name: string): Segment => ({ kind: "property", name });

/** `[n]`: 1-based; without a number the first item. */
export const index = (position?: Expression): Segment => ({ kind: "index", index: position });

export const call = (name: string, ...args: (Expression | EmptyArgument)[]): Call => ({ kind: "call", name, args });

export const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});
