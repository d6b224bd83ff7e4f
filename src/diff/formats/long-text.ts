// Texts that are too long for one line: what differs in them, with a little of what is around.

import { diffArrays, diffWordsWithSpace } from "diff";

export type Sign = "+" | "-" | "~" | " ";
/** A line of a report. */
export interface Line {
  readonly sign: Sign;
  readonly text: string;
}

/** A longer line is cut. */
const WIDEST = 200;
/** So much of what stayed is shown beside what did not. */
const AROUND = 24;
/** More lines of one text are counted only. */
const MOST_LINES = 40;
const MOST_NEW_LINES = 15;
/** Texts that differ in more places have little in common: they are shown one after the other. */
const MOST_EDITS = 400;
const LITTLE_IN_COMMON = 0.3;

/** Both texts in one: `Hello [-Mr-]{+Ms+} Smith`. */
export function wordDiff(before: string, after: string): string {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }) ?? [];
  const stayed = parts.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0);
  if (stayed < LITTLE_IN_COMMON * Math.max(before.length, after.length)) return `[-${cut(before)}-]{+${cut(after)}+}`;
  return parts
    .map(({ value, added, removed }, index) => {
      if (added) return `{+${cut(value)}+}`;
      return removed ? `[-${cut(value)}-]` : around(value, index > 0, index < parts.length - 1);
    })
    .join("");
}

function around(text: string, hasBefore: boolean, hasAfter: boolean): string {
  if (text.length <= 2 * AROUND + 1) return text;
  const [start, end] = [hasBefore ? text.slice(0, AROUND) : "", hasAfter ? text.slice(-AROUND) : ""];
  return `${start}…${end}`.replace(/[\ud800-\udbff]…/u, "…").replace(/…[\udc00-\udfff]/u, "…");
}

/** What differs between two texts of several lines. */
export function lineDiff(before: string, after: string): readonly Line[] {
  const [lines, others] = [before.split("\n"), after.split("\n")];
  const parts = diffArrays(lines, others, { maxEditLength: MOST_EDITS });
  const all: Line[] = [];
  if (parts === undefined) {
    all.push(...lines.map(signed("-")), ...others.map(signed("+")));
  } else {
    for (const [index, { value, added, removed }] of parts.entries()) {
      if (removed) all.push(...value.map(signed("-")));
      else if (added) all.push(...value.map(signed("+")));
      else all.push(...company(value, index > 0, index < parts.length - 1));
    }
  }
  return limited(pairLongLines(all));
}

const signed =
  (sign: Sign) =>
  (text: string): Line => ({ sign, text });

/** The lines beside a difference. */
function company(lines: readonly string[], hasBefore: boolean, hasAfter: boolean): readonly Line[] {
  const [front, back] = [hasBefore ? 1 : 0, hasAfter ? 1 : 0];
  if (lines.length <= front + back + 1) return lines.map(signed(" "));
  const shown = [...lines.slice(0, front), "…", ...(back === 0 ? [] : lines.slice(-back))];
  return shown.map(signed(" "));
}

/** A long line that another long line has replaced is shown in one, or nobody would find the difference. */
function pairLongLines(lines: readonly Line[]): readonly Line[] {
  const paired: Line[] = [];
  for (const line of lines) {
    const before = paired.at(-1);
    const isPair = before?.sign === "-" && line.sign === "+" && Math.max(before.text.length, line.text.length) > 80;
    if (isPair) paired[paired.length - 1] = { sign: "~", text: wordDiff(before.text, line.text) };
    else paired.push(line);
  }
  return paired;
}

/** A text that is there on one side only, by its lines. */
export const oneSided = (sign: Sign, text: string): readonly Line[] =>
  limited(text.split("\n").map(signed(sign)), MOST_NEW_LINES);

function limited(lines: readonly Line[], most = MOST_LINES): readonly Line[] {
  const shown = lines.slice(0, most).map(({ sign, text }) => ({ sign, text: sign === "~" ? text : cut(text) }));
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, { sign: " ", text: `… and ${rest} more ${rest === 1 ? "line" : "lines"}` }] : shown;
}

/** A text that is not too long for a line. */
export function cut(text: string): string {
  if (text.length <= WIDEST) return text;
  const shown = text.slice(0, WIDEST).replace(/[\ud800-\udbff]$/u, "");
  return `${shown}… (${text.length} characters)`;
}
