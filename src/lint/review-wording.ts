// How messages about review requests name values.

import { nearest } from "../util/nearest.ts";

const LONGEST = 60;

/** A value as its author wrote it, in backticks; a long one is cut. An empty text is called empty. */
export function quoted(value: unknown): string {
  if (value === "") return "empty";
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/g, " ");
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}\``;
}

/** What a value is, for a sentence: the text `3600`, `true`, a list, an object. */
export function described(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" && value !== "" ? `the text ${quoted(value)}` : quoted(value);
}

/** A whole number with separators: `86,400`. */
export const counted = (value: number): string => value.toLocaleString("en");

/** `a`, `b` or `c`. */
export function alternatives(values: readonly unknown[]): string {
  const all = values.map(quoted);
  const last = all.pop() ?? "";
  return all.length === 0 ? last : `${all.join(", ")} or ${last}`;
}

/** `Did you mean …?` when the word looks like a slip for one of the known ones, else the other advice. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const [best] = nearest(word, known);
  return best === undefined ? otherwise : `Did you mean \`${best}\`?`;
}
