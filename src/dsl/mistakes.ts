import { type FilePosition, type Problem, ProblemError } from "../diagnostics/diagnostic.ts";

/** What an author did wrong, collected so that all of it is told at once. */
export interface Mistakes {
  add(message: string, position: FilePosition | undefined, help?: string): void;
  /** Throws when there are any, in the order of the source. */
  throwIfAny(): void;
}

export function createMistakes(): Mistakes {
  const problems: Problem[] = [];
  return {
    add: (message, position, help) => {
      const span = position && { ...position, endLine: position.line, endColumn: position.column };
      problems.push({
        message,
        ...(position && span ? { path: position.path, span } : {}),
        ...(help === undefined ? {} : { help }),
      });
    },
    throwIfAny: () => {
      if (problems.length === 0) return;
      throw new ProblemError(problems.sort((a, b) => (a.span?.line ?? 0) - (b.span?.line ?? 0)));
    },
  };
}
