// What a module gives: what the editor has seen come out of it, what it keeps as variables, and what the catalogue says.

import type { Catalog } from "../catalog/catalog.ts";
import type { FieldSpec } from "../catalog/field.ts";
import type { Segment } from "../iml/ast.ts";
import { setsVariables, variablesOf } from "../lint/variables.ts";
import type { Module } from "../model/scenario.ts";
import type { Visibility } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";

export interface OutputField {
  readonly name: string;
  readonly label: string;
  /** Make's word. */
  readonly type: string;
  readonly help?: string;
  /** Of a collection. */
  readonly fields?: readonly OutputField[];
  /** Of an array. */
  readonly item?: OutputField;
}

/** The fields of a module's bundles as far as they are known, each once. */
export function outputFields(module: Module, catalog: Catalog): readonly OutputField[] {
  const { output = {} } = catalog.find(module.type, module.version) ?? {};
  const fields = new Map<string, OutputField>();
  for (const field of fieldsIn(module.source.metadata?.interface)) fields.set(field.name, field);
  for (const { name } of setsVariables(module) ? variablesOf(module) : []) {
    if (name !== undefined && name !== "" && !fields.has(name)) fields.set(name, { name, label: name, type: "any" });
  }
  for (const [name, { spec }] of Object.entries(output)) {
    const seen = fields.get(name);
    const declared = fromSpec(name, spec);
    fields.set(name, seen ? { ...declared, ...seen, label: seen.label || declared.label } : declared);
  }
  return [...fields.values()];
}

/** What can be read of a module from where it is seen so. */
export function readableFields(seen: Visibility, catalog: Catalog): readonly OutputField[] {
  if (seen.kind === "failed") return [ERROR];
  return seen.kind === "visible" ? outputFields(seen.module, catalog) : [];
}

/** What there is of a module that has failed. */
const ERROR: OutputField = {
  name: "error",
  label: "Error",
  type: "collection",
  fields: [
    { name: "message", label: "Message", type: "text" },
    { name: "type", label: "Type", type: "text" },
  ],
};

/** What stands at a path into a bundle. */
export function fieldAt(fields: readonly OutputField[], path: readonly Segment[]): OutputField | undefined {
  let field: OutputField | undefined;
  let inside: readonly OutputField[] = fields;
  for (const segment of path) {
    field = segment.kind === "index" ? field?.item : inside.find(({ name }) => name === segment.name);
    if (field === undefined) return undefined;
    inside = fieldsOf(field);
  }
  return field;
}

/** What can be read of a value: the fields of a collection, or of the items of a list. */
export const fieldsOf = ({ fields, item }: OutputField): readonly OutputField[] => fields ?? item?.fields ?? [];

const fromSpec = (name: string, { type, label, help, fields, item }: FieldSpec): OutputField => ({
  name,
  type,
  label,
  ...(help === undefined ? {} : { help }),
  ...(fields ? { fields: Object.entries(fields).map(([key, spec]) => fromSpec(key, spec)) } : {}),
  ...(item ? { item: fromSpec(name, item) } : {}),
});

/** Fields as `metadata.interface` lists them. A file may hold anything there. */
const fieldsIn = (list: unknown): readonly OutputField[] =>
  Array.isArray(list) ? list.flatMap((item: unknown) => fromInterface(item) ?? []) : [];

function fromInterface(item: unknown): OutputField | undefined {
  if (!isObject(item) || typeof item.name !== "string") return undefined;
  const { name, type, label, help, spec } = item;
  return {
    name,
    label: typeof label === "string" ? label : "",
    type: typeof type === "string" ? type : "any",
    ...(typeof help === "string" ? { help } : {}),
    ...insideOf(name, type, spec),
  };
}

function insideOf(name: string, type: unknown, spec: unknown): Partial<OutputField> {
  if (type === "collection") return { fields: fieldsIn(spec) };
  if (type !== "array" || spec === undefined) return {};
  // A list of fields is short for a collection with them.
  const item = Array.isArray(spec) ? { type: "collection", spec } : spec;
  const read = isObject(item) ? fromInterface({ ...item, name }) : undefined;
  return read ? { item: read } : {};
}
