// A difference as lines for people. Nothing in them can steer a terminal.

import { printable } from "../../diagnostics/code-frame.ts";
import type { Change } from "../change.ts";
import type { ModuleChange, ModuleState } from "../diff.ts";
import { cut, type Line, lineDiff, oneSided, type Sign, wordDiff } from "./long-text.ts";

/** A longer text is no part of a line with something else. */
const SHORT = 60;
/** Two longer ones do not stand side by side. */
const WIDE = 160;
/** A text with more ends of lines than these, written as `\\n` in JSON, is read line by line. */
const FEW = 3;

const SIGNS = { added: "+", removed: "-", changed: "~", moved: "~" } as const;

/** What a module is known by: `Tell the team (7) · Slack › Create a message`. */
export function headingOf({ kind, before, after }: ModuleChange): Line {
  const { title, id, kind: what }: Partial<ModuleState> = after ?? before ?? {};
  const shown = `${title} (${typeof id === "number" ? id : JSON.stringify(id ?? null)})`;
  return line(SIGNS[kind], title === what || what === undefined ? shown : `${shown} · ${what}`);
}

/** Where a module stands that was not there before, or is not there any more. */
export const placeOf = ({ kind, before, after }: ModuleChange): readonly Line[] =>
  kind === "added" || kind === "removed" ? [line(SIGNS[kind], (after ?? before)?.place ?? "")] : [];

/** One difference. */
export function changeLines({ label, ...change }: Change): readonly Line[] {
  const isText = change.isText === true;
  const { before, after } = isText ? withLineEnds(change) : change;
  const isLong = isText && [before, after].some((text) => text !== undefined && isLongText(text));
  if (before !== undefined && after !== undefined) {
    if (before === after) return [line("~", `${label}: ${cut(before)} (another one, but it looks the same here)`)];
    const isWide = before.length + after.length > WIDE;
    if (!isLong && !isWide) return [line("~", `${label}: ${shown(before, isText)} → ${shown(after, isText)}`)];
    if (!before.includes("\n") && !after.includes("\n")) return [line("~", `${label}: ${wordDiff(before, after)}`)];
    return [line("~", `${label}:`), ...indented(lineDiff(before, after))];
  }
  const [sign, text]: readonly [Sign, string] = after === undefined ? ["-", before ?? ""] : ["+", after];
  if (!isLong || !text.includes("\n")) return [line(sign, `${label}: ${cut(shown(text, isText))}`)];
  return [line(sign, `${label}:`), ...indented(oneSided(sign, text))];
}

type Sides = Pick<Change, "before" | "after">;

/** JSON in a text has its ends of lines escaped: where there are many, it is read line by line all the same. */
function withLineEnds({ before, after }: Sides): Sides {
  const isBroken = [before, after].some((text) => text !== undefined && text.split("\\n").length > FEW);
  const lines = (text: string): string => (isBroken ? text.replace(/\\n(?!\n)/gu, "\\n\n") : text);
  return {
    ...(before === undefined ? {} : { before: lines(before) }),
    ...(after === undefined ? {} : { after: lines(after) }),
  };
}

const isLongText = (text: string): boolean => text.length > SHORT || text.includes("\n");
const shown = (text: string, isText: boolean): string => (isText ? JSON.stringify(text) : cut(text));
const line = (sign: Sign, text: string): Line => ({ sign, text: printable(text) });
const indented = (lines: readonly Line[]): readonly Line[] =>
  lines.map(({ sign, text }) => ({ sign, text: `  ${printable(text)}` }));
