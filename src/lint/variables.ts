// Variables: what Set variable keeps and Get variable reads, by name, one or several in a module.

import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { hasMapping } from "../iml/scan.ts";
import type { Module } from "../model/scenario.ts";
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
