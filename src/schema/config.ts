import { validate } from "./config.generated.js";
import type { SchemaProblem } from "./explain-errors.ts";
import { runValidator } from "./run-validator.ts";

/** Checks what a configuration file says against `schemas/config.schema.json`. */
export const validateConfig = (config: unknown): readonly SchemaProblem[] => runValidator(validate, config);
