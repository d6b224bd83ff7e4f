// Where a cursor stands in a JSON text, which need not parse.

import { getLocation } from "jsonc-parser";
import { pointer } from "../util/json-pointer.ts";
import { endsWithQuote, offsetsInString } from "./string-offsets.ts";

export interface Cursor {
  readonly offset: number;
  /** The property or item that it is in. In a new property, the last step is what there is of its name. */
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  /** In the name of a property, or where one may begin. */
  readonly isInName: boolean;
  /** The string around it. */
  readonly string: StringAtCursor | undefined;
  /** The number, name of a constant or string around it; with the quotes, so that it can be replaced. */
  readonly token: { readonly start: number; readonly end: number } | undefined;
}

export interface StringAtCursor {
  readonly value: string;
  /** Where the cursor is in the value. */
  readonly at: number;
  /** Offsets in the text of each character of the value, and of the place behind the last one. */
  readonly offsets: readonly number[];
  readonly isClosed: boolean;
}

/** Nothing comes back in a text that is nested too deep. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const location = locationAt(text, offset);
  if (location === undefined) return undefined;
  const { path, previousNode: node, isAtPropertyKey: isInName } = location;
  const here = { offset, path, pointer: pointer("", ...path), isInName };
  const start = node?.offset ?? 0;
  const end = start + (node?.length ?? 0);
  if (node === undefined || offset < start || offset > end) return { ...here, string: undefined, token: undefined };
  return {
    ...here,
    token: { start, end },
    string: text[start] === '"' ? stringAt(text, start, end, offset) : undefined,
  };
}

function locationAt(text: string, offset: number): ReturnType<typeof getLocation> | undefined {
  try {
    return getLocation(text, offset);
  } catch (error) {
    // The parser recurses.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function stringAt(text: string, start: number, end: number, offset: number): StringAtCursor | undefined {
  const isClosed = endsWithQuote(text, start, end);
  if (offset === start || (isClosed && offset === end)) return undefined;
  const offsets = offsetsInString(text, start, end);
  const next = offsets.findIndex((at) => at >= offset);
  return { value: decoded(text, offsets), at: next < 0 ? offsets.length - 1 : next, offsets, isClosed };
}

/** Escapes that are not finished yet stand for themselves. */
function decoded(text: string, offsets: readonly number[]): string {
  let value = "";
  for (let index = 0; index + 1 < offsets.length; index++) {
    const raw = text.slice(offsets[index], offsets[index + 1]);
    value += raw.length === 1 ? raw : unescaped(raw);
  }
  return value;
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return " ";
  }
}
