import type { Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { partsOf } from "./content.ts";

/** Two modules that both say nothing may be one, or not. */
const NOTHING_SAID = 0.4;
/** A field that both have, with another value. */
const SAME_FIELD = 0.3;
/** Who names two modules differently means two. */
const OTHER_NAME = 0.3;
/** More fields than these tell nothing new. */
const MOST_FIELDS = 200;

/** Tells how alike two modules of one type are, from 0 to 1 (and below, if they have different names). */
export function createLikeness(): (a: Module, b: Module) => number {
  const known = new Map<Module, ReadonlyMap<string, string>>();
  const fieldsOf = (module: Module): ReadonlyMap<string, string> => {
    let fields = known.get(module);
    if (fields === undefined) {
      fields = new Map(collect(partsOf(module), ""));
      known.set(module, fields);
    }
    return fields;
  };
  return (a, b) => {
    const isOtherName = a.name !== undefined && b.name !== undefined && a.name !== b.name;
    return compareFields(fieldsOf(a), fieldsOf(b)) - (isOtherName ? OTHER_NAME : 0);
  };
}

function compareFields(fields: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): number {
  const most = Math.max(fields.size, others.size);
  if (most === 0) return NOTHING_SAID;
  let same = 0;
  for (const [path, value] of fields) {
    const other = others.get(path);
    if (other !== undefined) same += other === value ? 1 : SAME_FIELD;
  }
  return same / most;
}

/** The fields of a module with their values; numbers of modules in mappings count for nothing. */
function collect(value: unknown, path: string, into: [string, string][] = []): readonly [string, string][] {
  if (into.length >= MOST_FIELDS) return into;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, `${path}/${index}`, into);
  } else if (isObject(value)) {
    for (const key in value) collect(value[key], `${path}/${key}`, into);
  } else {
    into.push([path, String(value).replace(/\b\d+(?=\.)/gu, "")]);
  }
  return into;
}
