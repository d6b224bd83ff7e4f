// What the values in an export say of its fields, besides what it says of them itself.

import { decodeConditions, decodeJson, UNSAYABLE } from "../catalog/decode.ts";
import { isObject } from "../util/is-object.ts";
import { ANY, isOption, isText, isTextLike, type LearntField, type LearntType, RECORD, TEXT } from "./learnt-type.ts";

/** Whether a value is given: an empty text in a field that is no text is as good as none. */
export const isGiven = (type: LearntType, value: unknown): boolean =>
  value !== undefined && value !== null && (value !== "" || isTextLike(type) || type.kind === "any");

const isMapped = (value: unknown): boolean => typeof value === "string" && value.includes("{{");

/** Asks in collections only for what the value has, too. */
export function relax(field: LearntField, value: unknown): LearntField {
  const { type } = field;
  const required = field.required && isGiven(type, value);
  if (type.kind === "array" && Array.isArray(value))
    return { ...field, required, type: { kind: "array", item: value.reduce(relaxItem, type.item) } };
  if (type.kind !== "collection" || !isObject(value)) return { ...field, required };
  const fields = [...type.fields].map(([key, inner]) => [key, relax(inner, own(value, key))] as const);
  return { ...field, required, type: { kind: "collection", fields: new Map(fields) } };
}

const relaxItem = (item: LearntField, value: unknown): LearntField => ({ ...relax(item, value), required: false });
const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The narrowest type, from this one on, that has words for a value. */
export function widen(type: LearntType, value: unknown): LearntType {
  if (!isGiven(type, value) || isMapped(value)) return type;
  switch (type.kind) {
    case "any":
    // Their values are mapped, or stand in the environment; a text that stands for a date is read in many ways.
    case "resource":
    case "date":
    case "buffer":
      return type;
    case "number":
    case "integer":
    case "uinteger":
      return typeof value === "number" || (typeof value === "string" && String(Number(value)) === value) ? type : ANY;
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false" ? type : ANY;
    case "select":
      if (type.multiple) return widenChoices(type, value);
      if (!isOption(value)) return ANY;
      if (type.options?.some((option) => String(option) === String(value))) return type;
      return isTextLike(type) ? { kind: "select", multiple: false } : ANY;
    case "array":
      if (!Array.isArray(value)) return ANY;
      return { kind: "array", item: { ...type.item, type: value.reduce(widen, type.item.type) } };
    case "record":
      return isObject(value) ? type : ANY;
    case "collection": {
      if (!isObject(value)) return ANY;
      if (Object.keys(value).some((key) => !type.fields.has(key))) return RECORD;
      const fields = [...type.fields].map(
        ([key, field]) => [key, { ...field, type: widen(field.type, own(value, key)) }] as const,
      );
      return { kind: "collection", fields: new Map(fields) };
    }
    case "json":
      if (decodeJson(value as string) !== UNSAYABLE) return type;
      return isOption(value) ? TEXT : ANY;
    case "filter":
      return decodeConditions(value as never) === UNSAYABLE && !(Array.isArray(value) && value.length === 0)
        ? ANY
        : type;
    default:
      return isOption(value) ? type : ANY;
  }
}

function widenChoices(type: LearntType & { readonly kind: "select" }, value: unknown): LearntType {
  if (!Array.isArray(value) || !value.every(isText)) return ANY;
  return value.every((item) => isMapped(item) || (type.options ?? [item]).includes(item))
    ? type
    : { kind: "select", multiple: true };
}
