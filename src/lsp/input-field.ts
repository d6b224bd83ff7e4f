// The declared fields of what somebody fills in: the values of a module's parameters and mapper.

import type { Catalog } from "../catalog/catalog.ts";
import type { FieldSpec, Fields } from "../catalog/field.ts";
import { moduleAt } from "../model/module-at.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { parsePointer } from "../util/json-pointer.ts";

export type InputFields = Readonly<Record<string, FieldSpec>>;

/** The field that a value at a pointer fills in. */
export function inputFieldAt(scenario: Scenario, pointer: string, catalog: Catalog): FieldSpec | undefined {
  const inside = insideOf(scenario, pointer);
  if (inside === undefined) return undefined;
  const [key, ...steps] = inside.steps;
  const fields = declaredFields(inside.module, inside.part, catalog);
  return key === undefined ? undefined : stepInto(fieldOf(fields, key), steps);
}

/** The fields that an object at a pointer may have. */
export function inputFieldsAt(scenario: Scenario, pointer: string, catalog: Catalog): InputFields {
  const inside = insideOf(scenario, pointer);
  if (inside === undefined) return {};
  const fields = declaredFields(inside.module, inside.part, catalog);
  if (inside.steps.length === 0) return fields;
  const field = inputFieldAt(scenario, pointer, catalog);
  return field?.fields ?? {};
}

type Part = "parameters" | "mapper";

function insideOf(
  scenario: Scenario,
  pointer: string,
): { readonly module: Module; readonly part: Part; readonly steps: readonly string[] } | undefined {
  const module = moduleAt(scenario, pointer);
  if (module === undefined) return undefined;
  const [part, ...steps] = parsePointer(pointer.slice(module.pointer.length));
  return part === "parameters" || part === "mapper" ? { module, part, steps } : undefined;
}

function declaredFields(module: Module, part: Part, catalog: Catalog): InputFields {
  const fields: Fields = catalog.find(module.type, module.version)?.[part] ?? {};
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, { spec }]) => !spec.spread)
      .map(([key, { spec }]) => [key, spec]),
  );
}

const fieldOf = (fields: InputFields, key: string): FieldSpec | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

function stepInto(field: FieldSpec | undefined, steps: readonly string[]): FieldSpec | undefined {
  let found = field;
  for (const step of steps) found = found?.item ?? fieldOf(found?.fields ?? {}, step);
  return found;
}
