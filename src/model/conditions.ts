import type { Value } from "./expression.ts";

/** One comparison of a filter: `o` is Make's operator code; `b` is absent for the operators of one operand. */
export interface Comparison {
  readonly a: Value<unknown>;
  readonly o: string;
  readonly b?: Value<unknown>;
}

/**
 * What a filter asks. Make knows only an "or" of "and"s; `groups` has that shape: one of the groups must hold, and in
 * it every comparison.
 */
export interface Condition {
  readonly kind: "condition";
  readonly groups: readonly (readonly Comparison[])[];
}

export const comparison = (o: string, a: Value<unknown>, b?: Value<unknown>): Condition => ({
  kind: "condition",
  groups: [[b === undefined ? { a, o } : { a, o, b }]],
});

/** Every one must hold: the product of the groups. */
export const all = (...conditions: readonly Condition[]): Condition => ({
  kind: "condition",
  groups: conditions.reduce<Condition["groups"]>(
    (groups, { groups: more }) => groups.flatMap((group) => more.map((other) => [...group, ...other])),
    [[]],
  ),
});

/** One must hold. */
export const any = (...conditions: readonly Condition[]): Condition => ({
  kind: "condition",
  groups: conditions.flatMap(({ groups }) => groups),
});
