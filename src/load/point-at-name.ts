import type { FilePosition, Problem } from "../diagnostics/diagnostic.ts";

/**
 * Points a problem at the name of the step that it speaks of. The column that a running file knows is the compiled
 * one; the line is the author's.
 */
export function pointAtName(problem: Problem, file: string, text: string): Problem {
  const { span } = problem;
  if (problem.path !== file || span === undefined) return problem;
  const name = /`([^`]+)`/u.exec(problem.message)?.[1];
  const { line, column, endColumn } = namePosition({ path: file, line: span.line, column: span.column }, text, name);
  return { ...problem, span: { line, column, endLine: line, endColumn: endColumn ?? column + 1 } };
}

/** How far below the call's first line its name may stand. */
const LINES = 3;

/** The place of the quoted name in the call that begins in this line; without one, the line's first word. */
export function namePosition(position: FilePosition, text: string, name: string | undefined): FilePosition {
  const lines = text.split(/\r?\n/u);
  for (let line = position.line; name !== undefined && line < position.line + LINES; line++) {
    const column = quotedIn(lines[line - 1] ?? "", name);
    if (column >= 0) return { path: position.path, line, column: column + 1, endColumn: column + name.length + 3 };
  }
  const own = lines[position.line - 1] ?? "";
  const column = own.search(/\S/u);
  return {
    path: position.path,
    line: position.line,
    column: Math.max(column, 0) + 1,
    endColumn: own.trimEnd().length + 1,
  };
}

const quotedIn = (line: string, name: string): number =>
  ['"', "'", "`"].map((quote) => line.indexOf(`${quote}${name}${quote}`)).find((column) => column >= 0) ?? -1;
