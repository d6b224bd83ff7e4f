import type { TextRange } from "../diagnostics/diagnostic.ts";
import type { Fix } from "./rule.ts";

/** What to write in the place of a part of a text. */
export interface PartialEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** A fix of parts of the text at a pointer; nothing where there is no text, or nothing to write. */
export function textFix(
  safety: Fix["safety"],
  path: string,
  text: unknown,
  edits: readonly PartialEdit[] = [],
): Fix | undefined {
  if (typeof text !== "string" || edits.length === 0) return undefined;
  let value = "";
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    value += text.slice(position, edit.range.start) + edit.text;
    position = edit.range.end;
  }
  return { safety, patch: [{ op: "replace", path, value: value + text.slice(position) }] };
}
