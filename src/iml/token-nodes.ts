// The parts of a tree that a single token makes.

import type { ModuleRoot, NameRoot, NumberLiteral, Range, StringLiteral } from "./ast.ts";
import { isDigits, isPlainName } from "./names.ts";
import type { Before } from "./token-cursor.ts";
import type { Token } from "./tokenize.ts";

export const rangeOf = ({ start, end }: Range): Range => ({ start, end });

export function stringOf(token: Token, before: Before): StringLiteral {
  const range = rangeOf(token);
  const inner = token.text.slice(1, -1);
  return token.text.startsWith("'")
    ? { kind: "string", value: inner, quote: "'", range, ...before }
    : { kind: "string", value: inner.replaceAll('""', '"'), range, ...before };
}

export function numberOf(token: Token, before: Before): NumberLiteral {
  const raw = token.text;
  const value = Number(raw);
  return { kind: "number", value, range: rangeOf(token), ...(String(value) !== raw && { raw }), ...before };
}

export function rootOf(token: Token): ModuleRoot | NameRoot {
  const range = rangeOf(token);
  const { name, quoted } = nameOf(token);
  if (!isDigits(name)) return { kind: "name", name, ...(quoted !== undefined && { quoted }), range };
  const id = Number(name);
  return { kind: "module", id, ...(quoted === true && { quoted }), ...(String(id) !== name && { raw: name }), range };
}

/** A name, and how it was written where that is not how the editor would write it. */
export function nameOf({ kind, text }: Token): { readonly name: string; readonly quoted?: boolean } {
  if (kind === "name") return { name: text.slice(1, -1), quoted: true };
  return isPlainName(text) ? { name: text } : { name: text, quoted: false };
}

/** Blanks before a segment and inside of it, where there are any. */
export const spacingOf = (before: string, inside: string): { readonly spacing?: readonly [string, string] } =>
  before === "" && inside === "" ? {} : { spacing: [before, inside] };
