import type { Range } from "./ast.ts";

/** Why a mapping has no value, in the words that Make shows where they are known: what stops a module's run. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  /** The innermost expression that failed, as offsets in the template's text; absent where no text is known. */
  readonly range: Range | undefined;

  constructor(message: string, range?: Range) {
    super(message);
    this.range = range;
  }
}

/** What was computed, or why it could not be. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: EvaluationError };

/** Turns the one error that evaluation throws into a value. */
export function attempt<T>(compute: () => T): Result<T> {
  try {
    return { ok: true, value: compute() };
  } catch (error) {
    if (error instanceof EvaluationError) return { ok: false, error };
    throw error;
  }
}
