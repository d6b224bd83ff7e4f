import type { BinaryOperator } from "./ast.ts";
import { asOperand, isTrue, toText } from "./coerce.ts";
import { isEqual, order } from "./compare.ts";
import { MAX_SIZE, tooLarge } from "./limits.ts";
import type { Value } from "./value.ts";

/**
 * What an operator makes of its operands. `&` and `|` give one of them, as in JavaScript, and ask for the right one
 * only when the left one does not decide.
 */
export function operate(operator: BinaryOperator, left: Value, right: () => Value, timezone: string): Value {
  switch (operator) {
    case "|":
    case "||":
      return isTrue(left) ? left : right();
    case "&":
    case "&&":
      return isTrue(left) ? right() : left;
    case "=":
    case "==":
    case "===":
      return isEqual(left, right());
    case "!=":
    case "!==":
      return !isEqual(left, right());
    case "<":
      return order(left, right(), timezone) < 0;
    case "<=":
      return order(left, right(), timezone) <= 0;
    case ">":
      return order(left, right(), timezone) > 0;
    case ">=":
      return order(left, right(), timezone) >= 0;
    case "+":
      return add(left, right());
    case "-":
      return asOperand(left) - asOperand(right());
    case "*":
      return asOperand(left) * asOperand(right());
    case "/":
      return asOperand(left) / asOperand(right());
    case "%":
      return asOperand(left) % asOperand(right());
  }
}

/** Texts, and what only a text can stand for, are joined; all others are counted. */
function add(left: Value, right: Value): Value {
  if (!isJoined(left) && !isJoined(right)) return asOperand(left) + asOperand(right);
  const joined = toText(left) + toText(right);
  if (joined.length > MAX_SIZE) throw tooLarge();
  return joined;
}

const isJoined = (value: Value): boolean =>
  typeof value === "string" || (typeof value === "object" && value !== null && !(value instanceof Date));
