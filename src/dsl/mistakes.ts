import { InputError } from "../catalog/encode.ts";
import { type FilePosition, type Problem, ProblemError, problemAt } from "../diagnostics/diagnostic.ts";
import { authorPosition } from "./position.ts";

/** What an author did wrong, collected so that all of it is told at once. */
export interface Mistakes {
  add(message: string, position: FilePosition | undefined, help?: string): void;
  /** Adds what was refused by throwing. Any other error is a matter of the author's own code, and is thrown on. */
  addThrown(error: unknown): void;
  /** What `write` gives. When its values cannot be written, that is a mistake of the step, and gives `standIn`. */
  attempt<T>(step: string, position: FilePosition | undefined, write: () => T, standIn: T): T;
  /** Throws when there are any, in the order of the source. */
  throwIfAny(): void;
}

export function createMistakes(): Mistakes {
  const problems: Problem[] = [];
  const add: Mistakes["add"] = (message, position, help) => {
    problems.push(problemAt(position, message, help));
  };
  return {
    add,
    addThrown: (error) => {
      if (error instanceof ProblemError) problems.push(...placed(error));
      else if (error instanceof InputError) add(error.message, authorPosition(error), error.help);
      else throw error;
    },
    attempt: (step, position, write, standIn) => {
      try {
        return write();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        add(`Step \`${step}\`: ${error.message}`, position, error.help);
        return standIn;
      }
    },
    throwIfAny: () => {
      if (problems.length === 0) return;
      throw new ProblemError(problems.sort((a, b) => (a.span?.line ?? 0) - (b.span?.line ?? 0)));
    },
  };
}

/** Refuses at once what could not be told later. Inside of a scenario it is told with its other mistakes. */
export function refuse(message: string, help?: string): never {
  throw new ProblemError([problemAt(undefined, message, help)]);
}

/** The same for several mistakes. */
export function refuseAll(mistakes: readonly Pick<Problem, "message" | "help">[]): never {
  throw new ProblemError(mistakes.map(({ message, help }) => problemAt(undefined, message, help)));
}

/** The problems of an error; those without a place are where the author's code was when it was thrown. */
export function placed(error: ProblemError): readonly Problem[] {
  const position = authorPosition(error);
  return error.problems.map((problem) =>
    problem.path === undefined ? problemAt(position, problem.message, problem.help) : problem,
  );
}
