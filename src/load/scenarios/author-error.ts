import { InputError } from "../../catalog/encode.ts";
import type { Problem, Span } from "../../diagnostics/diagnostic.ts";
import { authorPosition } from "../../dsl/position.ts";
import { asText } from "../../util/as-text.ts";
import { explainName, type Library } from "./explain-name.ts";
import { namePosition } from "./point-at-name.ts";

/**
 * What went wrong while an author's file ran, told at the author's line: a syntax error, a missing import, an exception
 * of the author's own code. The stack itself is of no help to anybody.
 */
export function authorProblem(error: unknown, file: string, text: string, library?: Library): Problem {
  const message = messageOf(error).split("\n")[0] ?? "";
  const at = syntaxPosition(error) ?? stackPosition(error, file, text) ?? patternPosition(message, file, text);
  return {
    message: tidy(message) || "The file failed, and did not say why",
    path: at?.path ?? file,
    ...(at ? { span: { ...at.span } } : {}),
    ...(explained(error, message, at, file, text, library) ?? helpFor(error, message)),
  };
}

/** What is thrown for a name that there is not, in the words of the library that the file got. */
function explained(
  error: unknown,
  message: string,
  at: Place | undefined,
  file: string,
  text: string,
  library: Library | undefined,
): Pick<Problem, "message" | "help"> | undefined {
  if (library === undefined || !(error instanceof Error)) return undefined;
  // The author's file is known; those that it imports are not.
  const own = at === undefined || at.path === file ? text : "";
  return explainName(message, own, own.split(/\r?\n/u)[(at?.span.line ?? 0) - 1] ?? "", library);
}

/** What was thrown may be anything, even something that refuses to be looked at. */
function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? asText(error.message) : asText(error);
  } catch {
    return "";
  }
}

interface Place {
  readonly path: string;
  readonly span: Span;
}

const point = (line: number, column: number): Span => ({ line, column, endLine: line, endColumn: column + 1 });

/** jiti says `ParseError: what` and, in a line of its own, `path:line:column`. */
function syntaxPosition(error: unknown): Place | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, path, line, column] = /^ParseError: [\s\S]*?\n\s*(\S.*):(\d+):(\d+)\s*$/u.exec(messageOf(error)) ?? [];
  // jiti counts columns from 0.
  return path && line && column ? { path, span: point(Number(line), Number(column) + 1) } : undefined;
}

/** A regular expression that is none: it is told with its text alone. */
function patternPosition(message: string, file: string, text: string): Place | undefined {
  const [, pattern] = /^Invalid regular expression: (\/.*\/\w*): /u.exec(message) ?? [];
  const lines = text.split(/\r?\n/u);
  const index = pattern === undefined ? -1 : lines.findIndex((line) => line.includes(pattern));
  if (pattern === undefined || index < 0) return undefined;
  return { path: file, span: point(index + 1, (lines[index] ?? "").indexOf(pattern) + 1) };
}

/** The nearest line of the stack that is the author's own. */
function stackPosition(error: unknown, file: string, text: string): Place | undefined {
  const at = error instanceof Error ? authorPosition(error) : undefined;
  if (at === undefined) return undefined;
  if (at.path !== file) return { path: at.path, span: point(at.line, at.column) };
  // The column is that of the translated line: the whole line is shown instead.
  const { line, column, endColumn = column + 1 } = namePosition(at, text, undefined);
  return { path: file, span: { line, column, endLine: line, endColumn } };
}

/** Without what the translators added: their own word, and the names that they gave to imports. */
function tidy(message: string): string {
  if (/Maximum call stack size exceeded\s*$/u.test(message))
    return "Something in the file goes too deep: it calls itself without end, or nests hundreds of levels";
  return message
    .replace(/^ParseError: /u, "")
    .replaceAll(/\b_\w+\.(?=\w)/gu, "")
    .trim()
    .replace(/\.$/u, "");
}

function helpFor(error: unknown, message: string): { readonly help?: string } {
  if (error instanceof InputError) return error.help === undefined ? {} : { help: error.help };
  if (/reserved word 'await'/u.test(message))
    return { help: "Take `await` away: steps are only written here, and run in Make" };
  if (/^Cannot find (module|package)/u.test(message)) return { help: "Check the path, or install the package" };
  if (error instanceof TypeError && /is not a function|undefined/u.test(message)) {
    return {
      help: "An editor that knows TypeScript shows what is called wrongly; so does `npx -p typescript tsc --noEmit` on the file",
    };
  }
  return {};
}
