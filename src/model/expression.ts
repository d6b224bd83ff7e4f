// Values that are known only when a scenario runs. In a blueprint they are texts with mappings; while a scenario is
// authored they are typed objects, so that the compiler (TypeScript's and ours) sees what an author refers to.

import type { Json } from "../blueprint/blueprint.ts";
import { ProblemError } from "../diagnostics/diagnostic.ts";
import type { Expression, Part, Template } from "../iml/ast.ts";
import { binary, string } from "../iml/build.ts";

declare const valueType: unique symbol;

/** A value of type `T` that exists at run time. It cannot be looked into here: it is mapped, compared, passed on. */
export interface Expr<out T> {
  readonly [valueType]: T;
}

/** Either the value itself, or a mapping that yields one. */
export type Value<T> = T | Expr<T>;

/**
 * What a step gives: a mapping whose fields are mappings in turn. Of an array, `at(n)` is the n-th item counted from 1
 * (`-1` the last). A field that may be missing or null is read like any other: conditions ask whether it `exists`.
 */
export type Ref<T> = Expr<T> &
  ([T] extends [never]
    ? unknown
    : T extends readonly (infer Item)[]
      ? { at(position: Value<number>): Ref<Item>; first(): Ref<Item>; last(): Ref<Item> }
      : T extends Date | ArrayBufferLike
        ? unknown
        : T extends object
          ? { readonly [Key in keyof T]-?: Ref<NonNullable<T[Key]>> }
          : unknown);

const template = Symbol("template");

/** Makes an expression of template parts. */
export function expr<T>(...parts: readonly Part[]): Expr<T> {
  return { [template]: { parts }, [Symbol.toPrimitive]: refuseText } as unknown as Expr<T>;
}

/**
 * Plain template strings and `+` would bake the words "[object Object]" into the blueprint; a comparison would be
 * answered by JavaScript, long before there is anything to compare. `wanted` is what JavaScript asks for.
 */
export function refuseText(wanted?: unknown): never {
  throw new ProblemError([
    wanted === "number"
      ? {
          message: "JavaScript compares or calculates here, before Make runs",
          help: "Write `{ when: number.greaterThan(order.total, 500) }`, or `flow.router(…)` for several ways; to calculate, `op.multiply(order.total, 2)`",
        }
      : {
          message: "A value that is known only at run time was joined to a text by JavaScript",
          help: `Write iml\`… \${value} …\`, which Make fills in at run time`,
        },
  ]);
}

/** Makes an expression that is a single mapping. */
export const mapping = <T>(expression: Expression): Expr<T> => expr<T>({ kind: "mapping", expression });

const verbatimData = Symbol("verbatim data");

/** Data that is written as it is, whatever a field expects and whatever stands in its texts. */
export function verbatim(data: Json): Expr<never> {
  const parts: readonly Part[] = typeof data === "string" ? [{ kind: "text", text: data }] : [];
  return Object.assign(expr<never>(...parts), { [verbatimData]: { data } });
}

/** The data behind `verbatim`, if the value is that. */
export const verbatimOf = (value: unknown): { readonly data: Json } | undefined =>
  isExpr(value) ? (value as unknown as { readonly [verbatimData]?: { readonly data: Json } })[verbatimData] : undefined;

/** The template behind an expression, or nothing when the value is plain data. */
export function templateOf(value: unknown): Template | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  return (value as { readonly [template]?: Template })[template];
}

/** Whether the value is known only at run time. */
export const isExpr = (value: unknown): value is Expr<unknown> => templateOf(value) !== undefined;

/** The key under which a proxy answers for its template. */
export const templateKey: symbol = template;

/**
 * A template as one expression, for use inside another one. Parts are joined with `+`, as Make's editor does; the
 * first operand is made a text, because `+` between two numbers adds them.
 */
export function templateExpression({ parts }: Template): Expression {
  const operands = parts.map((part) => (part.kind === "text" ? string(part.text) : (part.expression ?? string(""))));
  const [first, ...rest] = operands;
  if (first === undefined) return string("");
  if (rest.length === 0) return first;
  const start = parts[0]?.kind === "text" ? first : binary("+", string(""), first);
  return rest.reduce((joined, operand) => binary("+", joined, operand), start);
}
