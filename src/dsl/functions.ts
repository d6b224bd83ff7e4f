import { call } from "../iml/build.ts";
import { functions } from "../iml/functions.ts";
import { mapping } from "../model/expression.ts";
import type { Functions } from "./functions.generated.ts";
import { asExpression } from "./ref.ts";

/**
 * Make's functions, as functions. What they give is known when the scenario runs.
 *
 * @example
 * fn.formatDate(order.createdAt, "YYYY-MM-DD")
 */
export const fn: Functions = Object.fromEntries(
  [...functions.keys()].map((name) => [
    name,
    (...values: readonly unknown[]) => mapping(call(name, ...values.map(asExpression))),
  ]),
) as unknown as Functions;
