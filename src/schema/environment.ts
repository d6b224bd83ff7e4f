import { validate } from "./environment.generated.js";
import type { SchemaProblem } from "./explain-errors.ts";
import { runValidator } from "./run-validator.ts";

/** Checks what an environment file says against `schemas/environment.schema.json`. */
export const validateEnvironment = (environment: unknown): readonly SchemaProblem[] =>
  runValidator(validate, environment);
