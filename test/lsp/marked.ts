// Texts with a place in them: `|` is where the cursor stands, and is not part of the text.

import { type Analysis, analyse } from "../../src/lsp/analysis.ts";
import type { JsonObject } from "../lint/blueprints.ts";

export interface Marked {
  readonly analysis: Analysis;
  readonly text: string;
  readonly offset: number;
}

export function marked(source: string): Marked {
  const offset = source.indexOf("|");
  if (offset < 0) throw new Error("Nothing is marked");
  const text = source.slice(0, offset) + source.slice(offset + 1);
  return { analysis: analyse(text), text, offset };
}

/** A blueprint with the mark somewhere in one of its values or names, laid out as the editor exports it. */
export const markedBlueprint = (json: JsonObject): Marked => marked(JSON.stringify(json, null, 4));

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What stands at a range of a text. */
export function textAt(text: string, { start, end }: { readonly start: Place; readonly end: Place }): string {
  const lines = text.split("\n");
  const offsetOf = ({ line, character }: Place): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return text.slice(offsetOf(start), offsetOf(end));
}
