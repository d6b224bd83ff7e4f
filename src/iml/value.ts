import type { ValueType } from "./define-function.ts";

/** The field is treated as if it had not been given (the keyword `ignore`). */
export const IGNORE: symbol = Symbol("ignore");
/** The field is emptied in the target app (the keyword `erase`). */
export const ERASE: symbol = Symbol("erase");

/**
 * What an expression yields. Nothing (a path that does not exist, the keyword `null`) is `undefined` or `null`, which
 * the language does not tell apart; the only symbols are `IGNORE` and `ERASE`, which count as nothing inside of an
 * expression. Values are never changed: functions give new ones.
 */
export type Value =
  | undefined
  | null
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | readonly Value[]
  | Collection
  | symbol;

/** Make's word for an object: own properties only, whatever their names are. */
export interface Collection {
  readonly [key: string]: Value;
}

export const isNothing = (value: Value): value is undefined | null | symbol =>
  value === undefined || value === null || typeof value === "symbol";

export const isArray = (value: unknown): value is readonly Value[] => Array.isArray(value);

export const isCollection = (value: Value): value is Collection =>
  typeof value === "object" &&
  value !== null &&
  !isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array);

/** Make's name for the type of a value; `undefined` for nothing. */
export function typeOf(value: Value): Exclude<ValueType, "any"> | undefined {
  if (isNothing(value)) return undefined;
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      if (isArray(value)) return "array";
      if (value instanceof Date) return "date";
      return value instanceof Uint8Array ? "buffer" : "collection";
  }
}
