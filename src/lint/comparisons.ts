// Comparisons stand in many places (filters, branches, merges, search fields) and have one grammar everywhere: an "or"
// of "and"s, `[[{ a, o, b }]]`.

import type { Catalog } from "../catalog/catalog.ts";
import type { Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";

/** One comparison as the file has it. */
export interface PlacedComparison {
  readonly a?: unknown;
  readonly o?: unknown;
  readonly b?: unknown;
  /** JSON pointer of the comparison. */
  readonly pointer: string;
}

/** Every comparison that a module makes. A search counts too, where the catalogue knows its field as a filter. */
export function* comparisons(module: Module, catalog: Catalog): Generator<PlacedComparison> {
  const { source } = module;
  yield* filterComparisons(source.filter, pointer(module.pointer, "filter"));
  for (const { index, source: branch } of module.branches) {
    yield* conditionsIn(branch?.conditions, pointer(module.pointer, "branches", index, "conditions"));
  }
  for (const [index, filter] of arrayOf(source.filters).entries()) {
    yield* filterComparisons(filter, pointer(module.pointer, "filters", index));
  }
  const fields = catalog.find(module.type, module.version)?.mapper ?? {};
  for (const [key, { spec }] of Object.entries(fields)) {
    if (spec.type === "filter") yield* conditionsIn(source.mapper?.[key], pointer(module.pointer, "mapper", key));
  }
}

/** Whether conditions ask anything. The editor leaves empty ones behind, which let everything through. */
export const asksAnything = (conditions: unknown): boolean =>
  arrayOf(conditions).some((group) => arrayOf(group).length > 0);

/** Whether a filter can stop a bundle. */
export const isFilter = (filter: unknown): boolean => isObject(filter) && asksAnything(filter.conditions);

function* filterComparisons(filter: unknown, at: string): Generator<PlacedComparison> {
  if (isObject(filter)) yield* conditionsIn(filter.conditions, pointer(at, "conditions"));
}

function* conditionsIn(conditions: unknown, at: string): Generator<PlacedComparison> {
  for (const [or, group] of arrayOf(conditions).entries()) {
    for (const [and, comparison] of arrayOf(group).entries()) {
      if (isObject(comparison)) yield { ...comparison, pointer: pointer(at, or, and) };
    }
  }
}

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
