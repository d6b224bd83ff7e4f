import { beginningOf, columnsOf, endOf, MOST_UNITS } from "./columns.ts";
import type { Span } from "./diagnostic.ts";

/** The widest piece of a line that is shown where nothing else is known: blueprints may be a single line of megabytes. */
const WIDTH = 100;
/** Less than this says nothing. */
const NARROWEST = 20;

/**
 * The line of a span with its end underlined, and the line in front for company. A long line is cut around the span.
 * Control characters are shown as blanks, so that text from a file cannot steer a terminal. `columns` is how wide that is.
 */
export function codeFrame(text: string, span: Span, columns = Number.POSITIVE_INFINITY): readonly string[] {
  const lines = linesAround(text, span.line);
  const line = lines.at(-1);
  if (line === undefined) return [];
  const from = Math.max(0, Math.min(span.column - 1, line.length));
  const to =
    span.endLine === span.line
      ? Math.max(from + 1, Math.min(span.endColumn - 1, line.length))
      : Math.max(from + 1, line.length);
  const gutter = String(span.line).length;
  // Beside the number, and an ellipsis at each end.
  const width = Math.max(NARROWEST, Math.min(WIDTH, columns - gutter - " | ……".length));
  const isWhole = line.length <= width * MOST_UNITS && beginningOf(printable(line), width).length === line.length;
  const cut = isWhole
    ? 0
    : from - endOf(printable(line.slice(Math.max(0, from - width), from)), Math.floor(width / 4)).length;
  const shown = beginningOf(printable(line.slice(cut, cut + width * MOST_UNITS)), width);
  const underline = "^".repeat(Math.max(1, columnsOf(shown.slice(from - cut, to - cut))));
  const before = lines.length > 1 && cut === 0 ? (lines[0] ?? "") : "";
  const company = beginningOf(printable(before.slice(0, width * MOST_UNITS)), width);
  return [
    ...(before.trim() === ""
      ? []
      : [`${String(span.line - 1).padStart(gutter)} | ${company}${company.length < before.length ? "…" : ""}`]),
    `${span.line} | ${cut > 0 ? "…" : ""}${shown}${cut + shown.length < line.length ? "…" : ""}`,
    `${" ".repeat(gutter)} | ${cut > 0 ? " " : ""}${" ".repeat(columnsOf(shown.slice(0, from - cut)))}${underline}`,
  ];
}

/** The line and the one before it, without reading the rest of a long text. */
function linesAround(text: string, line: number): readonly string[] {
  let start = 0;
  let previous: number | undefined;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf("\n", start);
    if (end === -1) return [];
    previous = start;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  const own = text.slice(start, end === -1 ? undefined : end).replace(/\r$/u, "");
  return previous === undefined ? [own] : [text.slice(previous, start - 1).replace(/\r$/u, ""), own];
}

/** Tabs, control characters and marks that turn the writing round each become one blank, so that columns stay. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, " ");
