import type { Problem, Span } from "../diagnostics/diagnostic.ts";

/**
 * What went wrong while an author's file ran, told at the author's line: a syntax error, a missing import, an exception
 * of the author's own code. The stack itself is of no help to anybody.
 */
export function authorProblem(error: unknown, file: string): Problem {
  const message = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  const at = syntaxPosition(error) ?? stackPosition(error, file);
  return {
    message: tidy(message, file),
    path: at?.path ?? file,
    ...(at ? { span: { ...at.span } } : {}),
    ...helpFor(error, message),
  };
}

interface Place {
  readonly path: string;
  readonly span: Span;
}

const point = (line: number, column: number): Span => ({ line, column, endLine: line, endColumn: column + 1 });

/** The parser says `path: message (line:column)` and keeps the numbers, columns from 0, in `loc`. */
function syntaxPosition(error: unknown): Place | undefined {
  const { loc, filename } = error as {
    readonly loc?: { readonly line?: unknown; readonly column?: unknown };
    readonly filename?: unknown;
  };
  if (typeof loc?.line === "number" && typeof loc.column === "number" && typeof filename === "string") {
    return { path: filename, span: point(loc.line, loc.column + 1) };
  }
  const found = error instanceof Error ? /^(?:SyntaxError: )?(.+?): .*\((\d+):(\d+)\)/su.exec(error.message) : null;
  const [, path, line, column] = found ?? [];
  return path && line && column ? { path, span: point(Number(line), Number(column) + 1) } : undefined;
}

/** The nearest line of the stack in a file that is the author's own. */
function stackPosition(error: unknown, file: string): Place | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const match of stack.matchAll(/\(?(?:file:\/\/)?(\/[^()\n]+?|[A-Za-z]:\\[^()\n]+?):(\d+):(\d+)\)?$/gmu)) {
    const [, path = "", line, column] = match;
    if (path.includes("/node_modules/") || path.includes("\\node_modules\\")) continue;
    if (path === file || /\.[cm]?tsx?$/u.test(path)) return { path, span: point(Number(line), Number(column)) };
  }
  return undefined;
}

const tidy = (message: string, file: string): string =>
  message
    .replace(`${file}: `, "")
    .replace(/ \(\d+:\d+\)$/u, "")
    .replace(/\.$/u, "");

function helpFor(error: unknown, message: string): { readonly help?: string } {
  if (/^Cannot find (module|package)/u.test(message)) return { help: "Check the path, or install the package" };
  if (error instanceof TypeError && /is not a function|undefined/u.test(message)) {
    return { help: "Run the type checker over the file (`npx tsc --noEmit`): it tells what is called wrongly" };
  }
  return {};
}
