// From what stands in a blueprint back to what an author would write for it: the inverse of `encode.ts`. A decoder is
// free to normalise what Make reads in the same way (a number written as text); whoever needs the exact spelling
// compares what the input would be written as with what was there.

import type { Data } from "../blueprint/blueprint.ts";
import type { Condition } from "../model/conditions.ts";
import { type Expr, isExpr } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";

/** What a decoder gives for a value that its field has no words for. */
export const UNSAYABLE: unique symbol = Symbol("unsayable");

/** Gives what an author writes for a value; `undefined`: nothing; `UNSAYABLE`: nothing that an author can write does it. */
export type Decoder = (value: Data<Expr<unknown>>) => unknown;

/** Make takes an empty text, in a field that is no text, as if nothing were given. */
const isNothing = (value: unknown): boolean => value === "" || value === null;

export const decodeText: Decoder = (value) => {
  if (isExpr(value) || typeof value === "string") return value;
  return ["number", "bigint", "boolean"].includes(typeof value) ? String(value) : UNSAYABLE;
};

const decodeNumber: Decoder = (value) => {
  if (isExpr(value) || typeof value === "number") return value;
  if (isNothing(value)) return undefined;
  return typeof value === "string" && String(Number(value)) === value && Number.isFinite(Number(value))
    ? Number(value)
    : UNSAYABLE;
};

/** A number that the field's own bounds let through. */
export const decodeWithin =
  ({ min, max }: { readonly min?: number; readonly max?: number }, isWhole = false): Decoder =>
  (value) => {
    const decoded = decodeNumber(value);
    if (typeof decoded !== "number") return decoded;
    const isWithin = decoded >= (min ?? Number.NEGATIVE_INFINITY) && decoded <= (max ?? Number.POSITIVE_INFINITY);
    return isWithin && (!isWhole || Number.isInteger(decoded)) ? decoded : UNSAYABLE;
  };

export const decodeBoolean: Decoder = (value) => {
  if (isExpr(value) || typeof value === "boolean") return value;
  if (isNothing(value)) return undefined;
  return value === "true" || value === "false" ? value === "true" : UNSAYABLE;
};

/** Only what is mapped: a text that stands for a date or a file is read in more ways than one. */
export const decodeMapped: Decoder = (value) => (isExpr(value) ? value : isNothing(value) ? undefined : UNSAYABLE);

export const decodeData: Decoder = (value) => value;

export const decodeObject: Decoder = (value) => (isObject(value) ? value : UNSAYABLE);

export const decodeOption =
  (options: readonly unknown[]): Decoder =>
  (value) => {
    if (isExpr(value)) return value;
    if (options.includes(value)) return value;
    if (isNothing(value)) return undefined;
    // What is no text and no number may hold expressions, which have no text.
    const same = typeof value === "object" ? undefined : options.find((option) => String(option) === String(value));
    return same ?? UNSAYABLE;
  };

export const decodeList =
  (item: Decoder): Decoder =>
  (value) => {
    if (isExpr(value)) return value;
    if (isNothing(value)) return undefined;
    if (!Array.isArray(value)) return UNSAYABLE;
    const items = value.map(item);
    return items.some((decoded) => decoded === UNSAYABLE || decoded === undefined) ? UNSAYABLE : items;
  };

/** `{ "0": x, "2": y }` to `{ A: x, C: y }`. */
export const decodeColumns: Decoder = (value) => {
  if (isExpr(value) || !isObject(value)) return UNSAYABLE;
  const cells = Object.entries(value);
  if (cells.some(([key]) => !/^(?:0|[1-9]\d{0,3})$/u.test(key))) return UNSAYABLE;
  return Object.fromEntries(cells.map(([key, cell]) => [columnLetters(Number(key)), cell]));
};

/** 0 to `A`, 26 to `AA`. */
const columnLetters = (position: number): string =>
  (position >= 26 ? columnLetters(Math.floor(position / 26) - 1) : "") + String.fromCharCode(65 + (position % 26));

/** Names that would not keep their order, or not be keys at all. */
const UNSAFE_NAME = /^(?:0|[1-9]\d*|__proto__)$/u;

/** `[{ name: "Accept", value: x }]` to `{ Accept: x }`, where that says everything. */
export const decodePairs =
  (nameKey: string): Decoder =>
  (value) => {
    if (isNothing(value)) return undefined;
    if (isExpr(value) || !Array.isArray(value)) return UNSAYABLE;
    const pairs = new Map<string, unknown>();
    for (const item of value) {
      if (!isObject(item) || isExpr(item) || Object.keys(item).length !== 2 || item.value === undefined)
        return UNSAYABLE;
      const name = item[nameKey];
      if (typeof name !== "string" || UNSAFE_NAME.test(name) || pairs.has(name)) return UNSAYABLE;
      pairs.set(name, item.value);
    }
    return Object.fromEntries(pairs);
  };

/** A text of JSON to the data in it. A text that is no JSON, or loses digits when it is read, has no words. */
export const decodeJson: Decoder = (value) => {
  if (isExpr(value)) return value;
  if (typeof value !== "string" || /\d{16}/u.test(value)) return UNSAYABLE;
  try {
    const data: unknown = JSON.parse(value);
    return typeof data === "object" && data !== null ? data : UNSAYABLE;
  } catch {
    return UNSAYABLE;
  }
};

/** Or-of-ands to a condition. */
export const decodeConditions: Decoder = (value) => {
  if (!Array.isArray(value) || value.length === 0) return UNSAYABLE;
  for (const group of value) {
    if (!Array.isArray(group) || group.length === 0) return UNSAYABLE;
    if (!group.every(isComparison)) return UNSAYABLE;
  }
  return { kind: "condition", groups: value as unknown as Condition["groups"] } satisfies Condition;
};

const isComparison = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.o === "string" &&
  "a" in value &&
  Object.keys(value).every((key) => key === "a" || key === "b" || key === "o");
