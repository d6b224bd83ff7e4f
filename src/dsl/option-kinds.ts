// What options take, in words and as a question. Types say the same; this also holds for files whose types nobody checked.

import type { FieldSpec } from "../catalog/field.ts";
import { isExpr, verbatimOf } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";
import { quote } from "../util/quote.ts";

/** What an option takes. */
export interface OptionKind {
  /** As it goes on behind "Give". */
  readonly words: string;
  readonly fits: (value: unknown) => boolean;
  readonly required?: boolean;
  /** The bounds of a number. */
  readonly spec?: FieldSpec;
  /** What each item of a list must be. */
  readonly items?: OptionKind;
  /** The options of an object. */
  readonly options?: Options;
}

/** Options by their names. */
export type Options = Readonly<Record<string, OptionKind>>;

export const TEXT: OptionKind = { words: "a text", fits: (value) => typeof value === "string" };
export const NUMBER: OptionKind = { words: "a number", fits: (value) => typeof value === "number" };
export const SWITCH: OptionKind = { words: "true or false", fits: (value) => typeof value === "boolean" };
export const LIST: OptionKind = { words: "a list: […]", fits: Array.isArray };
export const OBJECT: OptionKind = {
  words: "an object: { … }",
  fits: (value) => isObject(value) && (!isExpr(value) || isObject(verbatimOf(value)?.data)),
};
/** For what is looked at where it is used. */
export const ANYTHING: OptionKind = { words: "a value", fits: () => true };

/** A number within the bounds of a field of the catalogue. */
export const numberOf = (spec: FieldSpec | undefined): OptionKind => (spec ? { ...NUMBER, spec } : NUMBER);

export const oneOf = (...choices: readonly string[]): OptionKind => ({
  words: `one of ${choices.join(", ")}`,
  fits: (value) => choices.some((choice) => choice === value),
});

export const listOf = (items: OptionKind, words: string): OptionKind => ({ ...LIST, words, items });
export const objectOf = (options: Options, words: string): OptionKind => ({ ...OBJECT, words, options });

/** What cannot be left out. */
export const required = (kind: OptionKind, words = kind.words): OptionKind => ({ ...kind, words, required: true });

/** What somebody wrote, for a message: a text as it is, of others what they are. */
export function inWords(value: unknown): string {
  if (typeof value === "string") return `the text ${quote(value)}`;
  if (isExpr(value)) return "a value that is known only at run time";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "function") return "a function";
  if (isObject(value)) return "an object";
  return `\`${String(value)}\``;
}
