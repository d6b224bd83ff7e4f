// One vocabulary for everything that is wrong: what, where, and what to do about it.

export type Severity = "error" | "warning" | "info";

/** Half-open range of character offsets in a decoded string value. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A place in a JSON document that needs no text to be named: a JSON pointer (RFC 6901), and, when the value there is
 * a text, the part of that text that is meant. It is turned into lines and columns only when it must be shown.
 */
export interface JsonPlace {
  readonly pointer: string;
  /** Offsets in the decoded text of the value at `pointer`. */
  readonly range?: TextRange;
  /** Point at the property's name instead of its value. */
  readonly key?: boolean;
}

/** A place in a file, as editors count: lines and columns start at 1, the end is exclusive. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
export interface Span extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}
export interface FilePosition extends Position {
  readonly path: string;
  /** The line where it ends; without it, the one where it begins. */
  readonly endLine?: number;
  /** Where it ends, when more than a point is meant. */
  readonly endColumn?: number;
}

/** Something wrong with what a person wrote, at a known place, before anything was checked or written. */
export interface Problem {
  readonly message: string;
  readonly path?: string;
  readonly span?: Span;
  readonly help?: string;
}

/** A problem at a point of a file, or at none when nobody knows where. */
export const problemAt = (position: FilePosition | undefined, message: string, help?: string): Problem => ({
  message,
  ...(position ? { path: position.path, span: spanOf(position) } : {}),
  ...(help === undefined ? {} : { help }),
});

const spanOf = ({ line, column }: FilePosition): Span => ({ line, column, endLine: line, endColumn: column + 1 });

/**
 * What a person asked for cannot be done; `problems` say why. Commands print it without a stack and exit with 2.
 */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join("\n"));
    this.problems = problems;
  }
}

/** `path:line:column: message`, with the advice on a line of its own. */
export function formatProblem(problem: Problem): string {
  const { path, span } = problem;
  const where = path === undefined ? "" : `${path}${span ? `:${span.line}:${span.column}` : ""}: `;
  return `${where}${problem.message}${problem.help === undefined ? "" : `\n  help: ${problem.help}`}`;
}
