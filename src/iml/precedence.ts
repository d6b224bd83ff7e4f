import type { BinaryOperator } from "./ast.ts";

/**
 * How tightly each operator binds; all associate to the left. Make publishes no table: this order is the only one that
 * makes sense of the expressions in its own pages and in exported scenarios.
 */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  "|": 1,
  "||": 1,
  "&": 2,
  "&&": 2,
  "=": 3,
  "==": 3,
  "===": 3,
  "!=": 3,
  "!==": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

export const isBinaryOperator = (text: string): text is BinaryOperator => Object.hasOwn(PRECEDENCE, text);
