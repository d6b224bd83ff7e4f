// Fixes, made in the text of a blueprint.

import { createPatcher, type TextEdit } from "../blueprint/patch-edits.ts";
import { readBlueprint } from "../blueprint/read.ts";
import type { Finding } from "./linter.ts";
import type { Fix } from "./rule.ts";

/** Which fixes are made: those that change nothing that was meant, or all. */
export const FIX_LEVELS = ["safe", "all"] as const;
export type FixLevel = (typeof FIX_LEVELS)[number];

export interface FixableFinding extends Finding {
  readonly fix: Fix;
}

export const isFixable = (finding: Finding): finding is FixableFinding => finding.fix !== undefined;

export const isWanted = ({ safety }: Fix, level: FixLevel): boolean => level === "all" || safety === "safe";

export interface Mended {
  readonly text: string;
  /** How many fixes are in it: the others would work on the same places, and have to wait. */
  readonly made: number;
}

/** Makes fixes in the text of a blueprint, as long as it stays one. All that they do not touch stays as it was written. */
export function mend(source: string, fixes: readonly Fix[]): Mended {
  const mark = source.startsWith("\ufeff") ? "\ufeff" : "";
  const text = source.slice(mark.length);
  const editsOf = createPatcher(text);
  const together = make(text, fixes, editsOf);
  // One that would break the blueprint must not keep the others from being made.
  const mended =
    together ??
    make(
      text,
      fixes.filter((fix) => make(text, [fix], editsOf)),
      editsOf,
    );
  return mended ? { ...mended, text: `${mark}${mended.text}` } : { text: source, made: 0 };
}

function make(text: string, fixes: readonly Fix[], editsOf: ReturnType<typeof createPatcher>): Mended | undefined {
  const edits: TextEdit[] = [];
  let made = 0;
  for (const { patch } of fixes) {
    const more = editsOf(patch);
    if (more === undefined || more.some((edit) => edits.some((other) => touch(edit, other)))) continue;
    edits.push(...more);
    made++;
  }
  const mended = applied(text, edits);
  return made === 0 || readBlueprint(mended).ok ? { text: mended, made } : undefined;
}

const touch = (a: TextEdit, b: TextEdit): boolean => a.start <= b.end && b.start <= a.end;

function applied(text: string, edits: readonly TextEdit[]): string {
  let mended = "";
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    mended += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return mended + text.slice(end);
}
