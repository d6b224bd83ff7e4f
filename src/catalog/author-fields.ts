import type { FieldSpec, Fields } from "./field.ts";
import type { ModuleDeclaration } from "./module.ts";

/** A field of a module as its author writes it. */
export interface AuthorField {
  readonly name: string;
  readonly spec: FieldSpec;
  /** Whether the author must give it. */
  readonly isRequired: boolean;
}

/** What an author may give to a module, whichever of its two places Make keeps it in. What is always the same is left out. */
export function authorFields({ parameters, mapper, certain }: ModuleDeclaration): readonly AuthorField[] {
  const given: Fields = { ...parameters, ...mapper, ...certain?.fields };
  return Object.entries(given)
    .filter(([, { spec }]) => spec.type !== "hidden")
    .map(([key, { spec }]) => ({
      name: spec.name ?? key,
      spec,
      isRequired: spec.required === true && spec.default === undefined && spec.implied === undefined,
    }));
}
