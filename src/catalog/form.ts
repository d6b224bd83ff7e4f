// From a module call to what stands in a blueprint: values, and the part of `metadata` that makes the editor show them.

import type { Data, DataObject, JsonObject } from "../blueprint/blueprint.ts";
import type { ModuleForm } from "../model/authored.ts";
import { type Expr, isExpr } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";
import { nearest } from "../util/nearest.ts";
import { InputError } from "./encode.ts";
import { type AnyField, encodeFields, type FieldSpec, type Fields, unsaidValue } from "./field.ts";
import type { ModuleDeclaration } from "./module.ts";

type Written = DataObject<Expr<unknown>>;

/** The module in its own form. Throws `InputError` for input that cannot be written. */
export function ownForm(declaration: ModuleDeclaration, input: Readonly<Record<string, unknown>>): ModuleForm {
  refuseUnknown(declaration, input);
  const parameters = encodeFields(declaration.parameters, input) as Written;
  const mapper = declaration.mapper === null ? null : (encodeFields(declaration.mapper, input) as Written);
  return {
    module: declaration.module,
    version: declaration.version,
    parameters,
    mapper,
    metadata: editorMetadata(declaration, parameters, mapper ?? {}),
  };
}

/** The module over apps whose identifiers are certain, if it has such a form. */
export function certainForm(
  declaration: ModuleDeclaration,
  input: Readonly<Record<string, unknown>>,
): ModuleForm | undefined {
  const { certain } = declaration;
  if (certain === undefined) return undefined;
  const form = ownForm(certain.declaration, certain.input(withDefaults(declaration, input)));
  return certain.outputPath ? { ...form, outputPath: certain.outputPath } : form;
}

/** Types keep authors from unknown fields; this keeps them out where types were cast away or are not checked. */
function refuseUnknown(declaration: ModuleDeclaration, input: Readonly<Record<string, unknown>>): void {
  const unknown = unknownFields(declaration, input);
  if (unknown.length === 0) return;
  const known = fieldNames(declaration);
  const meant = unknown.flatMap((field) => field.meant ?? []);
  throw new InputError(
    `${declaration.app} › ${declaration.label} has no field \`${unknown.map(({ name }) => name).join("`, `")}\``,
    meant.length === unknown.length
      ? `Did you mean \`${meant.join("`, `")}\`?`
      : known.length > 0
        ? `Its fields are ${[...known].sort().join(", ")}`
        : "It has no fields",
  );
}

/** What an author gave that no field takes, each with the field that was meant, if one is close. */
export function unknownFields(
  declaration: ModuleDeclaration,
  input: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly meant: string | undefined }[] {
  const known = fieldNames(declaration);
  // Who wrote a field has not misspelt it elsewhere.
  const free = known.filter((name) => input[name] === undefined);
  return Object.keys(input)
    .filter((name) => !known.includes(name) && input[name] !== undefined)
    .map((name) => ({ name, meant: [...nearest(name, free), ...nearest(name, known)][0] }));
}

const fieldNames = (declaration: ModuleDeclaration): readonly string[] => [
  ...new Set(authorsFields(declaration).map(([key, { spec }]) => spec.name ?? key)),
];

function withDefaults(
  declaration: ModuleDeclaration,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const complete: Record<string, unknown> = { ...input };
  for (const [key, { spec }] of authorsFields(declaration)) {
    const name = spec.name ?? key;
    if (complete[name] === undefined) complete[name] = unsaidValue(spec, input);
  }
  return complete;
}

/** All that an author may write for a module. */
const authorsFields = ({ parameters, mapper, certain }: ModuleDeclaration): [key: string, field: AnyField][] =>
  [parameters, mapper ?? {}, certain?.fields ?? {}]
    .flatMap((fields) => Object.entries(fields))
    .filter(([, { spec }]) => spec.type !== "hidden");

/**
 * Only what the editor cannot rebuild: which choice was made, how many items a list has, the type of a connection. The
 * lists of fields that an export has besides (`expect`, `parameters`, `interface`) are caches, made anew on import:
 * Make's own published blueprints must not have them.
 */
function editorMetadata(
  declaration: ModuleDeclaration,
  parameters: Written,
  mapper: Written,
): NonNullable<ModuleForm["metadata"]> {
  const restore = Object.entries({
    parameters: restoreOf(declaration.parameters, parameters),
    expect: restoreOf(declaration.mapper ?? {}, mapper),
  }).filter(([, states]) => Object.keys(states).length > 0);
  return restore.length > 0 ? { restore: Object.fromEntries(restore) } : {};
}

/** What the editor needs to show a choice as chosen, a list with its items, and a connection with its type. */
function restoreOf(fields: Fields, values: Written): Record<string, JsonObject> {
  const restored: Record<string, JsonObject> = {};
  for (const [key, { spec }] of Object.entries(fields)) {
    const value = values[key];
    if (value === undefined) continue;
    const state = restoreState(spec, value);
    if (state) restored[key] = state;
  }
  return restored;
}

/** The types whose control in the editor has a switch between choosing and mapping. */
const MAPPABLE: ReadonlySet<string> = new Set(["select", "array", "boolean"]);

function restoreState(spec: FieldSpec, value: Data<Expr<unknown>>): JsonObject | undefined {
  const [prefix, kinds] = spec.type.split(":");
  if (prefix === "account" && kinds) return { data: { scoped: "true", connection: kinds.split(",")[0] ?? "" } };
  if (spec.type === "file" || spec.type === "folder") return { mode: "edit" };
  // A list that is chosen from cannot have mapped items: the editor shows its text.
  const isMapped = isExpr(value) || (Array.isArray(value) && spec.type === "select" && value.some(isExpr));
  if (isMapped) return MAPPABLE.has(spec.type) ? { mode: "edit" } : undefined;
  if (spec.type === "select") return { mode: "chose", label: Array.isArray(value) ? value.map(String) : String(value) };
  if (spec.type === "array" && Array.isArray(value))
    return { mode: "chose", items: value.map((item) => itemState(spec, item)) };
  return undefined;
}

/** Each item of a list of collections has a state of its own; `null` when there is nothing to say. */
function itemState(spec: FieldSpec, item: Data<Expr<unknown>>): JsonObject | null {
  if (!isObject(item) || isExpr(item)) return null;
  const states = Object.entries(spec.item?.fields ?? {}).flatMap(([key, field]) => {
    const value = (item as Written)[key];
    const state = value === undefined ? undefined : restoreState(field, value);
    return state ? [[key, state] as const] : [];
  });
  return states.length > 0 ? Object.fromEntries(states) : null;
}

/** Fields as `metadata.expect` and `metadata.parameters` list them. */
export const fieldList = (fields: Fields): JsonObject[] =>
  Object.entries(fields)
    .filter(([, { spec }]) => !spec.spread)
    .map(([name, { spec }]) => fieldObject(spec, name));

/** One field as a data structure of Make describes it. */
function fieldObject(spec: FieldSpec, name?: string): JsonObject {
  const validate: Record<string, Data> = {};
  if (spec.options) validate.enum = spec.options;
  if (spec.min !== undefined) validate.min = spec.min;
  if (spec.max !== undefined) validate.max = spec.max;
  if (spec.maxItems !== undefined) validate.maxItems = spec.maxItems;
  return {
    ...(name === undefined ? {} : { name }),
    type: spec.type,
    label: spec.label,
    ...(spec.required ? { required: true } : {}),
    ...(spec.multiple ? { multiple: true } : {}),
    ...(Object.keys(validate).length > 0 ? { validate } : {}),
    ...(spec.item ? { spec: fieldObject(spec.item) } : {}),
    ...(spec.fields ? { spec: Object.entries(spec.fields).map(([key, field]) => fieldObject(field, key)) } : {}),
  };
}
