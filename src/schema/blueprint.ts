import { validate } from "./blueprint.generated.js";
import type { SchemaProblem } from "./explain-errors.ts";
import { runValidator } from "./run-validator.ts";

/**
 * Checks a blueprint, or copied modules, against `schemas/blueprint.schema.json`. The pointers of the problems begin at
 * the blueprint, whatever file it stands in.
 */
export const validateBlueprint = (blueprint: unknown): readonly SchemaProblem[] => runValidator(validate, blueprint);
