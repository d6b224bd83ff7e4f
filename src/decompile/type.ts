// What TypeScript makes of values, as far as generated source has to know: which type a step's output has at a path,
// and whether a value of one type may stand where another one is asked for.

import type { FieldSpec, Fields } from "../catalog/field.ts";
import type { ValueType } from "../iml/define-function.ts";
import { isObject } from "../util/is-object.ts";
import { resourceKind } from "./bindings.ts";

export type Type =
  /** Something that has an id in an account: only symbols fit. */
  | { readonly kind: "resource" }
  /** What a function gives that takes on the type that is asked for. */
  | { readonly kind: "asked" }
  | { readonly kind: "string" | "number" | "boolean" | "Date" | "ArrayBufferLike" | "unknown" | "never" | "object" }
  /** One or another: only asked for, never given. */
  | { readonly kind: "one of"; readonly types: readonly Type[] }
  | { readonly kind: "options"; readonly options: readonly (string | number | boolean)[] }
  | { readonly kind: "list"; readonly item: Type }
  | { readonly kind: "fields"; readonly fields: ReadonlyMap<string, Type> }
  /** Any names, nothing known behind them. */
  | { readonly kind: "record" };

export const UNKNOWN: Type = { kind: "unknown" };
export const NEVER: Type = { kind: "never" };
export const STRING: Type = { kind: "string" };
export const NUMBER: Type = { kind: "number" };
export const BOOLEAN: Type = { kind: "boolean" };
export const DATE: Type = { kind: "Date" };
export const LIST: Type = { kind: "list", item: UNKNOWN };
export const listOf = (item: Type): Type => ({ kind: "list", item });
export const fieldsOf = (fields: Iterable<readonly [string, Type]>): Type => ({
  kind: "fields",
  fields: new Map(fields),
});

const SCALARS: Readonly<Record<string, Type>> = {
  text: STRING,
  email: STRING,
  url: STRING,
  filename: STRING,
  time: STRING,
  file: STRING,
  folder: STRING,
  boolean: BOOLEAN,
  date: DATE,
  number: NUMBER,
  integer: NUMBER,
  uinteger: NUMBER,
  buffer: { kind: "ArrayBufferLike" },
};

/** The type of a field in a bundle. */
function outputType({ type, options, multiple, item, fields }: FieldSpec): Type {
  if (type === "select") {
    const one: Type = options ? { kind: "options", options } : STRING;
    return multiple ? listOf(one) : one;
  }
  if (type === "array") return listOf(item ? outputType(item) : UNKNOWN);
  if (type === "collection") return fields ? outputTypes(fields) : { kind: "record" };
  return SCALARS[type] ?? UNKNOWN;
}

const outputTypes = (fields: Readonly<Record<string, FieldSpec>>): Type =>
  fieldsOf(Object.entries(fields).map(([name, spec]) => [name, outputType(spec)]));

/** The type of what a module gives. */
export const bundleType = (output: Fields): Type =>
  fieldsOf(Object.entries(output).map(([name, { spec }]) => [name, outputType(spec)]));

/** The type that a mapped value must have in a field of a module's input. */
export function inputType(spec: FieldSpec): Type {
  const { type, options, multiple, fields } = spec;
  if (resourceKind(type) !== undefined) return { kind: "resource" };
  if (type === "buffer") return { kind: "one of", types: [{ kind: "ArrayBufferLike" }, STRING] };
  if (type === "select" && options && !multiple) return UNKNOWN;
  if (type === "collection" && !fields) return spec.spread ? UNKNOWN : { kind: "object" };
  return outputType(spec);
}

/** The type of an argument of a function. */
export function argumentType(types: readonly ValueType[]): Type {
  if (types.length > 1) return { kind: "one of", types: types.map((type) => argumentType([type])) };
  switch (types[0]) {
    case "array":
      return LIST;
    case "collection":
      return { kind: "object" };
    case "date":
      return { kind: "one of", types: [DATE, STRING] };
    case "number":
      return NUMBER;
    case "text":
      return STRING;
    default:
      return UNKNOWN;
  }
}

/** The type of what a function gives, where it says so by itself. */
export function resultType(type: ValueType): Type {
  switch (type) {
    case "array":
      return LIST;
    case "boolean":
      return BOOLEAN;
    case "buffer":
      return { kind: "ArrayBufferLike" };
    case "collection":
      return { kind: "object" };
    case "date":
      return DATE;
    case "number":
      return NUMBER;
    case "text":
      return STRING;
    // Such functions take the type that is asked for.
    case "any":
      return { kind: "asked" };
  }
}

/** Whether TypeScript lets a value of one type stand for another. When in doubt it does not. */
export function fits(actual: Type, wanted: Type): boolean {
  if (wanted.kind === "unknown" || actual.kind === "never") return true;
  if (actual.kind === "asked") return wanted.kind !== "list" && wanted.kind !== "resource";
  switch (wanted.kind) {
    case "one of":
      return wanted.types.some((type) => fits(actual, type));
    case "string":
      return (
        actual.kind === "string" ||
        (actual.kind === "options" && actual.options.every((option) => typeof option === "string"))
      );
    case "options":
      return actual.kind === "options" && actual.options.every((option) => wanted.options.includes(option));
    case "list":
      return actual.kind === "list" && fits(actual.item, wanted.item);
    case "object":
      return ["object", "fields", "record", "list", "Date", "ArrayBufferLike"].includes(actual.kind);
    case "fields": {
      if (actual.kind !== "fields") return false;
      return [...wanted.fields].every(([name, type]) => {
        const own = actual.fields.get(name);
        return own !== undefined && fits(own, type);
      });
    }
    default:
      return actual.kind === wanted.kind;
  }
}

/** The type that several values have together. */
export function union(types: readonly Type[]): Type {
  const [first = NEVER, ...rest] = types.filter(({ kind }) => kind !== "never" && kind !== "asked");
  if (rest.every((type) => fits(type, first) && fits(first, type))) return first;
  if ([first, ...rest].every((type) => fits(type, STRING))) return STRING;
  return UNKNOWN;
}

/** The type of what an export says of a module's output (`metadata.interface`). */
export function interfaceType(described: unknown): Type {
  if (!Array.isArray(described)) return UNKNOWN;
  return fieldsOf(
    described.flatMap((field: unknown) =>
      isObject(field) && typeof field.name === "string" ? [[field.name, describedType(field)] as const] : [],
    ),
  );
}

function describedType({ type, spec }: Readonly<Record<string, unknown>>): Type {
  if (type === "collection") return Array.isArray(spec) && spec.length > 0 ? interfaceType(spec) : { kind: "record" };
  if (type !== "array") return (typeof type === "string" ? SCALARS[type] : undefined) ?? UNKNOWN;
  if (Array.isArray(spec) && spec.length > 0) return listOf(interfaceType(spec));
  return listOf(isObject(spec) ? describedType(spec) : UNKNOWN);
}
