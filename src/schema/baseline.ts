import { validate } from "./baseline.generated.js";
import type { SchemaProblem } from "./explain-errors.ts";
import { runValidator } from "./run-validator.ts";

/** Checks what a baseline says against `schemas/baseline.schema.json`. */
export const validateBaseline = (baseline: unknown): readonly SchemaProblem[] => runValidator(validate, baseline);
