import type { FilePosition, Problem } from "../../diagnostics/diagnostic.ts";

/**
 * Points a problem at the name of the step that it speaks of. The column that a running file knows is the compiled
 * one; the line is the author's.
 */
export function pointAtName(problem: Problem, file: string, text: string): Problem {
  const { span } = problem;
  if (problem.path !== file || span === undefined) return problem;
  const name = /`([^`]+)`/u.exec(problem.message)?.[1];
  const call = { path: file, line: span.line, column: span.column };
  const { line, column, endColumn } = optionPosition(call, text, problem.message) ?? namePosition(call, text, name);
  return { ...problem, span: { line, column, endLine: line, endColumn: endColumn ?? column + 1 } };
}

/** An option that a message speaks of; of what is missing, there is none. */
const OPTION = /has an option `([A-Za-z_$][\w$]*)`|^`([A-Za-z_$][\w$]*)` (?:of|is)\b/u;

/** The place of the option that is meant, in the call that begins in this line and ends where its indentation does. */
function optionPosition({ path, line: first }: FilePosition, text: string, message: string): FilePosition | undefined {
  const [, unknown, known = unknown] = OPTION.exec(message) ?? [];
  if (known === undefined) return undefined;
  const [head = "", ...rest] = text.split(/\r?\n/u).slice(first - 1);
  const end = rest.findIndex((line) => line.trim() !== "" && indentOf(line) <= indentOf(head));
  const key = new RegExp(`(?<![\\w$.])${known.replaceAll("$", "\\$")}(?=\\s*:)`, "u");
  const lines = [head, ...(end < 0 ? rest : rest.slice(0, end))];
  const index = lines.findIndex((line) => key.test(line));
  if (index < 0) return undefined;
  const column = (lines[index] ?? "").search(key) + 1;
  return { path, line: first + index, column, endColumn: column + known.length };
}

const indentOf = (line: string): number => line.search(/\S/u);

/** How far below the call's first line its name may stand. */
const LINES = 3;

/** The place of the quoted name in the call that begins in this line; without one, the line's first word. */
export function namePosition(position: FilePosition, text: string, name: string | undefined): FilePosition {
  const quoted = name === undefined ? undefined : quotedPosition(position, text, name);
  if (quoted) return quoted;
  const own = text.split(/\r?\n/u)[position.line - 1] ?? "";
  const column = own.search(/\S/u);
  return {
    path: position.path,
    line: position.line,
    column: Math.max(column, 0) + 1,
    endColumn: own.trimEnd().length + 1,
  };
}

/** The place of a quoted word in the call that begins in this line, if it is near. */
function quotedPosition({ path, line: first }: FilePosition, text: string, word: string): FilePosition | undefined {
  const lines = text.split(/\r?\n/u);
  for (let line = first; line < first + LINES; line++) {
    const column = quotedIn(lines[line - 1] ?? "", word);
    if (column >= 0) return { path, line, column: column + 1, endColumn: column + word.length + 3 };
  }
  return undefined;
}

const quotedIn = (line: string, name: string): number =>
  ['"', "'", "`"].map((quote) => line.indexOf(`${quote}${name}${quote}`)).find((column) => column >= 0) ?? -1;
