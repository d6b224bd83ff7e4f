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
