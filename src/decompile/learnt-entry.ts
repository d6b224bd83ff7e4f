// Fields as exports describe them, and as declarations do.

import { decodeJson } from "../catalog/decode.ts";
import type { FieldSpec, Fields } from "../catalog/field.ts";
import { isObject } from "../util/is-object.ts";
import {
  ANY,
  inOrder,
  isNumberType,
  isNumeric,
  isOption,
  joinField,
  type LearntField,
  type LearntFields,
  type LearntType,
  type Option,
  type PlainType,
  RECORD,
  type ResourceType,
  selectOf,
  TEXT,
} from "./learnt-type.ts";

/** Make's words for types, where they are not those of `field`. */
const PLAIN: Readonly<Record<string, PlainType>> = {
  text: "text",
  password: "text",
  editor: "text",
  uuid: "text",
  color: "text",
  timezone: "text",
  email: "email",
  url: "url",
  filename: "filename",
  time: "time",
  file: "file",
  folder: "folder",
  json: "json",
  boolean: "boolean",
  date: "date",
  buffer: "buffer",
  filter: "filter",
};
/** What lies deeper is of no use to anybody, and could go down for ever. */
const DEEPEST = 8;
const RESOURCES: Readonly<Record<string, ResourceType>> = {
  account: "account",
  hook: "hook",
  keychain: "keychain",
  datastore: "dataStore",
  udt: "dataStructure",
  scenario: "scenarioId",
};
const lookUp = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** Keys that every object has anyhow: nothing could tell whether an author gave them. */
export const isUsableKey = (key: string): boolean => key !== "" && !(key in Object.prototype);

/** The fields of a list as `metadata.expect` and `metadata.interface` have it. */
export function fieldsOfList(list: unknown, depth = 0): LearntFields {
  const found = new Map<string, LearntField>();
  const add = (entries: unknown, isNested: boolean, level: number): void => {
    if (!Array.isArray(entries) || level > DEEPEST) return;
    for (const entry of entries) {
      if (!isObject(entry)) continue;
      const { name } = entry;
      if (typeof name === "string" && isUsableKey(name)) {
        const field = fieldOfEntry(entry, name, depth);
        const before = found.get(name);
        const both = before ? joinField(before, field) : field;
        found.set(name, isNested ? { ...both, required: false } : both);
      }
      // What shows only after a choice stands beside the choice.
      for (const nested of nestedLists(entry)) add(nested, true, level + 1);
    }
  };
  add(list, false, 0);
  return inOrder(found);
}

function nestedLists({ nested, options }: Readonly<Record<string, unknown>>): readonly unknown[] {
  const lists = [nested];
  const choices = isObject(options) ? options.store : options;
  if (isObject(options)) lists.push(options.nested);
  if (Array.isArray(choices)) for (const choice of choices) if (isObject(choice)) lists.push(choice.nested);
  return lists.map((found) => (isObject(found) ? found.store : found));
}

const fieldOfEntry = (entry: Readonly<Record<string, unknown>>, name: string, depth: number): LearntField => ({
  type: typeOfEntry(entry, depth),
  label: typeof entry.label === "string" && entry.label.trim() !== "" ? entry.label.trim() : labelOf(name),
  required: entry.required === true,
  guessed: false,
});

function typeOfEntry(entry: Readonly<Record<string, unknown>>, depth: number): LearntType {
  if (typeof entry.type !== "string") return ANY;
  const [word = "", ...rest] = entry.type.split(":");
  const plain = lookUp(PLAIN, word);
  // Deeper down, a declaration does not say whether a text is JSON.
  if (plain) return plain === "json" && depth > 0 ? TEXT : { kind: plain };
  if (isNumberType(word)) return { kind: word, ...boundsOf(entry.validate) };
  const resource = lookUp(RESOURCES, word);
  if (resource)
    return {
      kind: "resource",
      resource,
      of: rest
        .join(":")
        .split(",")
        .filter((kind) => kind !== ""),
    };
  if (word === "select") return selectOf(entry.multiple === true, optionsOf(entry));
  if (depth >= DEEPEST) return ANY;
  if (word === "array") return { kind: "array", item: itemOf(entry, depth + 1) };
  if (word === "collection") return collectionOf(entry.spec, depth + 1);
  return ANY;
}

function boundsOf(validate: unknown): { readonly min?: number; readonly max?: number } {
  const { min, max } = isObject(validate) ? validate : ({} as Record<string, unknown>);
  return { ...(isNumeric(min) ? { min } : {}), ...(isNumeric(max) ? { max } : {}) };
}
/** A list of fields is what each item holds; a single one, which has a name for nobody, is the item itself. */
function itemOf({ spec, label, name }: Readonly<Record<string, unknown>>, depth: number): LearntField {
  const own = [label, typeof name === "string" ? labelOf(name) : undefined];
  const words = own.find((text): text is string => typeof text === "string" && text.trim() !== "")?.trim() ?? "Item";
  if (isObject(spec)) return { ...fieldOfEntry({ label: words, ...spec }, words, depth), required: false };
  const type = Array.isArray(spec) && spec.length > 0 ? collectionOf(spec, depth) : ANY;
  return { type, label: words, required: false, guessed: false };
}

function collectionOf(spec: unknown, depth: number): LearntType {
  const fields = fieldsOfList(spec, depth);
  const named =
    Array.isArray(spec) &&
    spec.every((entry) => !isObject(entry) || typeof entry.name !== "string" || isUsableKey(entry.name));
  return named && fields.size > 0 && !isPerAccount(fields) ? { kind: "collection", fields } : RECORD;
}

/** Columns by their number, fields by their id: another account, table or sheet has others. */
const isPerAccount = (fields: LearntFields): boolean =>
  [...fields.keys()].some((key) =>
    /^(?:\d+|fld\w{14}|[0-9a-f]{8}-[0-9a-f]{4}-.*|[0-9a-f]{24,40}|\{\{.*\}\})$/u.test(key),
  );

function optionsOf({ validate, options }: Readonly<Record<string, unknown>>): readonly Option[] | undefined {
  if (isObject(validate) && Array.isArray(validate.enum)) return plainOptions(validate.enum);
  const choices = isObject(options) ? options.store : options;
  if (!Array.isArray(choices)) return undefined;
  return plainOptions(choices.map((choice: unknown) => (isObject(choice) ? choice.value : choice)));
}

const plainOptions = (values: readonly unknown[]): readonly Option[] | undefined =>
  values.length > 0 && values.every(isOption) ? [...new Set(values)] : undefined;
/** What a declaration says, as if an export had said it. */
export const fieldsOfDeclaration = (fields: Fields): LearntFields =>
  new Map(Object.entries(fields).map(([key, { spec, decode }]) => [key, fieldOfSpec(spec, decode === decodeJson)]));

/** How a field says that no export describes it. */
export const GUESSED = "No export describes it.";

function fieldOfSpec(spec: FieldSpec, isJson = false): LearntField {
  return {
    type: isJson ? { kind: "json" } : typeOfSpec(spec),
    label: spec.label,
    required: spec.required === true,
    guessed: spec.help === GUESSED,
  };
}

function typeOfSpec({ type, options, multiple, min, max, item, fields }: FieldSpec): LearntType {
  if (type === "select") return selectOf(multiple === true, options);
  if (type === "array") return { kind: "array", item: item ? fieldOfSpec(item) : itemOf({}, 0) };
  if (type === "collection") {
    if (!fields) return RECORD;
    return {
      kind: "collection",
      fields: new Map(Object.entries(fields).map(([key, spec]) => [key, fieldOfSpec(spec)])),
    };
  }
  return typeOfEntry({ type, validate: { min, max } }, 0);
}

/** A field of which only the key is known, and which type of connection the editor remembers. */
export function guessField(key: string, kind: string): LearntField {
  const resource = key === "__IMTCONN__" ? "account" : key === "__IMTHOOK__" ? "hook" : undefined;
  const type: LearntType = resource ? { kind: "resource", resource, of: [kind] } : ANY;
  const label = resource === "account" ? "Connection" : resource === "hook" ? "Webhook" : labelOf(key);
  return { type, label, required: true, guessed: true };
}

/** `maxResults` to `Max results`. */
function labelOf(key: string): string {
  const words = key.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").split(/[\s_-]+/u);
  const text = words
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .join(" ")
    .trim();
  return text === "" ? key : text.charAt(0).toUpperCase() + text.slice(1);
}
