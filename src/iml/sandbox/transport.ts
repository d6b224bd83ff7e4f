// Values on their way to foreign code and back: JSON, in which a date is a collection with a single key that no other
// collection has. `realm.ts` does the same on the other side.

import { toText } from "../coerce.ts";
import { isArray, isNothing, type Value } from "../value.ts";

const DATE_KEY = "\0date";

/** Buffers cross as text, as if a text had been asked for. */
export function encode(value: Value): unknown {
  if (isNothing(value) || typeof value !== "object") return isNothing(value) ? null : value;
  if (value instanceof Date) return { [DATE_KEY]: value.toISOString() };
  if (value instanceof Uint8Array) return toText(value);
  if (isArray(value)) return value.map(encode);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
}

/** What was measured before, so that it is known to end. */
export function decode(value: unknown): Value {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value as Value;
  const [first, ...others] = Object.entries(value);
  if (first?.[0] === DATE_KEY && others.length === 0) return new Date(String(first[1]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}
