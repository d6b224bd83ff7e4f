import type { Problem, Span } from "../diagnostics/diagnostic.ts";

/** Why a text cannot be read as a blueprint, and where. */
export interface ReadProblem extends Problem {
  readonly span: Span;
}

/** As many problems as a person looks at before mending the first ones. */
export const MAX_PROBLEMS = 20;
