import type { BinaryOperator, UnaryOperator } from "../iml/ast.ts";
import { binary, call } from "../iml/build.ts";
import { type Expr, mapping, type Value } from "../model/expression.ts";
import { asExpression } from "./ref.ts";

const operator =
  <Operand, Result>(symbol: BinaryOperator) =>
  (a: Value<Operand>, b: Value<Operand>): Expr<Result> =>
    mapping<Result>(binary(symbol, asExpression(a), asExpression(b)));

const prefix =
  <Operand, Result>(symbol: UnaryOperator) =>
  (a: Value<Operand>): Expr<Result> =>
    mapping<Result>({ kind: "unary", operator: symbol, operand: asExpression(a) });

/** Arithmetic and comparisons inside of a mapping. Filters have conditions of their own: `number.greaterThan` and others. */
export const op = {
  add: operator<number, number>("+"),
  subtract: operator<number, number>("-"),
  multiply: operator<number, number>("*"),
  divide: operator<number, number>("/"),
  modulo: operator<number, number>("%"),
  equal: operator<unknown, boolean>("="),
  notEqual: operator<unknown, boolean>("!="),
  less: operator<number | Date, boolean>("<"),
  lessOrEqual: operator<number | Date, boolean>("<="),
  greater: operator<number | Date, boolean>(">"),
  greaterOrEqual: operator<number | Date, boolean>(">="),
  and: operator<unknown, boolean>("&"),
  or: operator<unknown, boolean>("|"),
  not: prefix<unknown, boolean>("!"),
  negate: prefix<number, number>("-"),
  /** `+` where one side is a text: puts the two behind each other. */
  join: operator<unknown, string>("+"),
};

/**
 * A custom function of the organization, called by its name like a built-in one.
 *
 * @example
 * const vat = customFunction<[net: number, country: string], number>("vat");
 * vat(order.total, "DE")
 */
export const customFunction =
  <Parameters extends readonly unknown[], Result>(name: string) =>
  (...values: { readonly [Index in keyof Parameters]: Value<Parameters[Index]> }): Expr<Result> =>
    mapping<Result>(call(name, ...values.map(asExpression)));
