// How Make turns values of one type into another. The rules are those of its page on type coercion, except where
// `docs/iml-fidelity.md` says so; nothing else in this folder converts anything.

import { parseDateText } from "./dates.ts";
import type { ValueType } from "./define-function.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { type Collection, isArray, isCollection, isNothing, type Value } from "./value.ts";

/** Between the items of an array that becomes a text: Make only says that the list is separated by commas. */
const LIST_SEPARATOR = ", ";

/** Nothing is the empty text; dates are ISO 8601, buffers UTF-8, collections JSON, arrays lists. */
export function toText(value: Value): string {
  if (isNothing(value)) return "";
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  return isArray(value) ? value.map(toText).join(LIST_SEPARATOR) : JSON.stringify(value);
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a text writes down with a decimal point; `undefined` where it writes none. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : undefined;
}

export function toNumber(value: Value): number {
  const number = typeof value === "string" ? readNumber(value) : value;
  return typeof number === "number" ? number : refuse(value, "number");
}

/** What an operator counts with: dates are milliseconds, `true` is 1; what is no number is `NaN`. */
export function asOperand(value: Value): number {
  if (typeof value === "boolean" || value instanceof Date) return Number(value);
  return (typeof value === "string" ? readNumber(value) : typeof value === "number" ? value : undefined) ?? Number.NaN;
}

/** What a field for a yes or no makes of a value. Any number is `true`, even 0. */
export const toBoolean = (value: Value): boolean =>
  typeof value === "boolean" ? value : !isNothing(value) && value !== "" && value !== "false";

/** Whether `if`, `&`, `|` and `!` take the value for true: as JavaScript does, so that 0 and the empty text are not. */
export const isTrue = (value: Value): boolean => !isNothing(value) && Boolean(value);

/** A number is milliseconds since 1970. A text without a time zone is in the organization's. */
export function toDate(value: Value, timezone: string): Date {
  const date =
    typeof value === "string" ? parseDateText(value, timezone) : typeof value === "number" ? new Date(value) : value;
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date : refuse(value, "date");
}

/** Functions take arrays only: they make none of a single value, as fields do. Nothing is an array without items. */
export const toArray = (value: Value): readonly Value[] =>
  isArray(value) ? value : isNothing(value) ? [] : refuse(value, "array");

export const toCollection = (value: Value): Collection =>
  isCollection(value) ? value : isNothing(value) ? {} : refuse(value, "collection");

export function toBuffer(value: Value): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return isArray(value) || isCollection(value) ? refuse(value, "buffer") : Buffer.from(toText(value), "utf8");
}

const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/** Seconds since midnight, of `hours:minutes:seconds`. */
export function toTime(value: Value): number {
  const [, hours, minutes, seconds = 0] = (typeof value === "string" && TIME.exec(value.trim())) || [];
  return hours === undefined ? refuse(value, "time") : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * What a module's field of this type gets out of a value. Nothing stays nothing; what cannot be converted fails, as
 * the module does.
 */
export function coerce(value: Value, type: ValueType, timezone: string): Value {
  if (isNothing(value)) return value;
  switch (type) {
    case "any":
      return value;
    case "array":
      return isArray(value) ? value : [value];
    case "boolean":
      return toBoolean(value);
    case "buffer":
      return toBuffer(value);
    case "collection":
      return toCollection(value);
    case "date":
      return toDate(value, timezone);
    case "number":
      return toNumber(value);
    case "text":
      return toText(value);
  }
}

const SHOWN = 200;

function refuse(value: Value, type: string): never {
  const text = toText(value);
  throw new EvaluationError(`'${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}' is not a valid ${type}`);
}
