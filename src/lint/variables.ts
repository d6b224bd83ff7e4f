// Variables: what Set variable keeps and Get variable reads, by name, one or several in a module.

import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { hasMapping } from "../iml/scan.ts";
import { connectedModules } from "../model/connected-modules.ts";
import { moduleReferences } from "../model/mappings.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";

/** One variable or several, in any version of the module. */
const SETS = /^util:SetVariables?\d*$/;
const GETS = /^util:GetVariables?\d*$/;

export const setsVariables = ({ type }: Module): boolean => SETS.test(type);
export const getsVariables = ({ type }: Module): boolean => GETS.test(type);

export interface Variable {
  /** Nothing when it is known only at run time. */
  readonly name: string | undefined;
  readonly at: JsonPlace;
  /** What it is set to; nothing where it is read. */
  readonly value: unknown;
}

/** The variables that a module sets or reads, whichever it does. */
export function variablesOf({ source, pointer: at }: Module): readonly Variable[] {
  const mapper = source.mapper;
  if (!isObject(mapper)) return [];
  const list: unknown = mapper.variables;
  const inMapper = pointer(at, "mapper");
  if (list === undefined) return [variable(mapper.name, pointer(inMapper, "name"), mapper.value)];
  if (!Array.isArray(list)) return [variable(undefined, pointer(inMapper, "variables"))];
  return list.map((item: unknown, index) =>
    isObject(item) && "name" in item
      ? variable(item.name, pointer(inMapper, "variables", index, "name"), item.value)
      : variable(item, pointer(inMapper, "variables", index)),
  );
}

const variable = (name: unknown, at: string, value?: unknown): Variable => ({
  name: typeof name === "string" && !hasMapping(name) ? name : undefined,
  at: { pointer: at },
  value,
});

/** Variables that live as long as the run are kept from one cycle to the next. */
export const mayRepeat = ({ settings }: Scenario): boolean =>
  settings.roundtrips !== undefined && settings.roundtrips !== 1;

/** Whether what a module reads is compared, or goes into a variable, itself or by way of one other module. */
export function keptValues(scenario: Scenario): (module: Module) => boolean {
  const readers = new Map<number, Set<Module>>();
  const compared = new Set<number>();
  for (const module of connectedModules(scenario)) {
    for (const { reference, in: text } of moduleReferences(module)) {
      const { id } = reference.root;
      if (text.domain === "filter" || text.domain === "branch") compared.add(id);
      readers.set(id, (readers.get(id) ?? new Set()).add(module));
    }
  }
  const goesInto = new Map<Module, boolean>();
  const feeds = (module: Module): boolean => {
    const known = goesInto.get(module) ?? [...(readers.get(module.id) ?? [])].some(setsVariables);
    goesInto.set(module, known);
    return known;
  };
  return (module) => compared.has(module.id) || feeds(module) || [...(readers.get(module.id) ?? [])].some(feeds);
}
