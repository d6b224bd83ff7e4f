import { explainErrors, type SchemaProblem } from "./explain-errors.ts";
import type { SchemaError } from "./schema-error.ts";

/** A schema that was compiled at build time. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** What is wrong with a document, in words; nothing when it fits the schema. */
export const runValidator = (validate: Validator, document: unknown): readonly SchemaProblem[] =>
  validate(document) ? [] : explainErrors(validate.errors ?? [], document);
