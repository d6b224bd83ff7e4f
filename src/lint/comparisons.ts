// Comparisons stand in many places (filters, branches, merges, search fields) and have one grammar everywhere: an "or"
// of "and"s, `[[{ a, o, b }]]`.

import type { Catalog } from "../catalog/catalog.ts";
import type { ModuleDeclaration } from "../catalog/module.ts";
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

/** Comparisons that must all hold. */
export interface PlacedGroup {
  readonly comparisons: readonly PlacedComparison[];
  readonly pointer: string;
}

/** Every comparison that a module makes. A search counts too, where the catalogue knows its field as a filter. */
export function comparisons(module: Module, catalog: Catalog): readonly PlacedComparison[] {
  const known = comparisonsOf.get(module);
  if (known?.catalog === catalog) return known.comparisons;
  const found = findComparisons(module, catalog);
  comparisonsOf.set(module, { catalog, comparisons: found });
  return found;
}

/** Many rules ask for the same. */
const comparisonsOf = new WeakMap<
  Module,
  { readonly catalog: Catalog; readonly comparisons: readonly PlacedComparison[] }
>();
const decisionsOf = new WeakMap<Module, readonly (readonly PlacedGroup[])[]>();

function findComparisons(module: Module, catalog: Catalog): readonly PlacedComparison[] {
  const declaration = catalog.find(module.type, module.version);
  const searches = (declaration ? filterFields(declaration) : []).map((key) =>
    groupsOf(module.source.mapper?.[key], pointer(module.pointer, "mapper", key)),
  );
  return [...decisions(module), ...searches].flatMap((groups) => groups.flatMap((group) => group.comparisons));
}

/** The fields of a search that are filled like a filter. */
function filterFields(declaration: ModuleDeclaration): readonly string[] {
  const fields = declaration.mapper ?? {};
  const keys = filtersOf.get(declaration) ?? Object.keys(fields).filter((key) => fields[key]?.spec.type === "filter");
  filtersOf.set(declaration, keys);
  return keys;
}

const filtersOf = new WeakMap<ModuleDeclaration, readonly string[]>();

/** What decides where a bundle goes: filters and conditions of branches. Of each, the groups one of which must hold. */
export function decisions(module: Module): readonly (readonly PlacedGroup[])[] {
  const known = decisionsOf.get(module) ?? findDecisions(module);
  decisionsOf.set(module, known);
  return known;
}

function findDecisions(module: Module): readonly (readonly PlacedGroup[])[] {
  const { source } = module;
  if (!source.filter && !source.filters && module.branches.length === 0) return NONE;
  const filters = arrayOf(source.filters);
  return [
    filterGroups(source.filter, pointer(module.pointer, "filter")),
    ...module.branches.map(({ index, source: branch }) =>
      groupsOf(branch?.conditions, pointer(module.pointer, "branches", index, "conditions")),
    ),
    ...filters.map((filter, index) => filterGroups(filter, pointer(module.pointer, "filters", index))),
  ];
}

const NONE: readonly (readonly PlacedGroup[])[] = [];

/** Whether conditions ask anything. The editor leaves empty ones behind, which let everything through. */
export const asksAnything = (conditions: unknown): boolean =>
  arrayOf(conditions).some((group) => arrayOf(group).length > 0);

/** Whether a filter can stop a bundle. */
export const isFilter = (filter: unknown): boolean => isObject(filter) && asksAnything(filter.conditions);

const filterGroups = (filter: unknown, at: string): readonly PlacedGroup[] =>
  isObject(filter) ? groupsOf(filter.conditions, pointer(at, "conditions")) : [];

const groupsOf = (conditions: unknown, at: string): readonly PlacedGroup[] =>
  arrayOf(conditions).map((group, or) => ({
    comparisons: arrayOf(group).flatMap((comparison, and) =>
      isObject(comparison) ? [{ ...comparison, pointer: pointer(at, or, and) }] : [],
    ),
    pointer: pointer(at, or),
  }));

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
