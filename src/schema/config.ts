import { validate } from "./config.generated.js";
import type { SchemaProblem } from "./explain-errors.ts";
import { runValidator } from "./run-validator.ts";

/** Checks what a configuration says against `schemas/config.schema.json`. */
export const validateConfig = (configuration: unknown): readonly SchemaProblem[] =>
  runValidator(validate, configuration);
