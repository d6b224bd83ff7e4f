// When values are equal, and which one comes first.

import { asOperand } from "./coerce.ts";
import { parseDateText } from "./dates.ts";
import { isArray, isCollection, isNothing, type Value } from "./value.ts";

/**
 * A text that two values share when they are equal, and only then. Types matter: `"2"` is not `2`. Arrays and
 * collections are equal when what is in them is; all kinds of nothing are the same.
 */
export function identity(value: Value): string {
  if (isNothing(value)) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (isArray(value)) return `[${value.map(identity).join()}]`;
  if (!isCollection(value)) return `buffer ${Buffer.from(value as Uint8Array).toString("base64")}`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${identity(value[key])}`).join()}}`;
}

export function isEqual(first: Value, second: Value): boolean {
  if (isNothing(first) || isNothing(second)) return isNothing(first) && isNothing(second);
  if (typeof first !== "object" || typeof second !== "object") return first === second;
  return identity(first) === identity(second);
}

/**
 * Below 0 where the first comes before the second, above 0 where it comes after it, 0 where neither does; `NaN` where
 * they cannot be compared. Texts are compared letter by letter, a text and a date as dates, all others as numbers.
 */
export function order(first: Value, second: Value, timezone: string): number {
  if (typeof first === "string" && typeof second === "string") return compareTexts(first, second);
  const [left, right] = [rank(first, second, timezone), rank(second, first, timezone)];
  return left === right ? 0 : left - right;
}

export const compareTexts = (first: string, second: string): number => (first < second ? -1 : first > second ? 1 : 0);

const rank = (value: Value, other: Value, timezone: string): number =>
  typeof value === "string" && other instanceof Date
    ? (parseDateText(value, timezone)?.getTime() ?? Number.NaN)
    : asOperand(value);
