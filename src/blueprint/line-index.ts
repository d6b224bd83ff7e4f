import type { Position, Span } from "../diagnostics/diagnostic.ts";

/**
 * Turns offsets of a text into lines and columns, both from 1; the end is exclusive. A column counts UTF-16 units, as
 * editors and language servers do, and a line ends with `\n`, `\r\n` or `\r`. Who knows already where lines begin says so.
 */
export function createLineIndex(
  text: string,
  lineStarts: ArrayLike<number> = startsOfLines(text),
): (start: number, end: number) => Span {
  const positionOf = (offset: number): Position => {
    let line = 0;
    let behind = lineStarts.length;
    while (behind - line > 1) {
      const middle = (line + behind) >> 1;
      if ((lineStarts[middle] as number) <= offset) line = middle;
      else behind = middle;
    }
    return { line: line + 1, column: offset - (lineStarts[line] as number) + 1 };
  };

  return (start, end) => {
    const last = positionOf(end);
    return { ...positionOf(start), endLine: last.line, endColumn: last.column };
  };
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineBreak.length);
  return starts;
}
