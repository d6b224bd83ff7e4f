import { type Expr, isExpr, mapping, type Value } from "../model/expression.ts";
import { asExpression } from "./ref.ts";

/**
 * Hands a value to a field of another type, as Make allows: it converts values where it can when the scenario runs.
 * Nothing is printed for it; it only tells TypeScript that the conversion is wanted.
 *
 * @example
 * hubspot.getContact({ connection, id: coerce(row["0"]) })
 */
export const coerce = <T = never>(value: Value<unknown>): Expr<T> =>
  (isExpr(value) ? value : mapping(asExpression(value))) as Expr<T>;
