// What exports tell of a field, and what several of them tell together. Joining is like a union of sets: in whichever
// order exports come, and however often, the same comes out.

export type Option = string | number | boolean;

/** Field types that have nothing but a label: each is a function of `field`. */
export type PlainType =
  | "any"
  | "text"
  | "email"
  | "url"
  | "filename"
  | "time"
  | "file"
  | "folder"
  | "json"
  | "boolean"
  | "date"
  | "buffer"
  | "filter"
  | "record";
export type NumberType = "number" | "integer" | "uinteger";
export type ResourceType = "account" | "hook" | "keychain" | "dataStore" | "dataStructure" | "scenarioId";

export type LearntType =
  | { readonly kind: PlainType }
  | { readonly kind: NumberType; readonly min?: number; readonly max?: number }
  /** Without options, the account offers them. */
  | { readonly kind: "select"; readonly multiple: boolean; readonly options?: readonly Option[] }
  | { readonly kind: "resource"; readonly resource: ResourceType; readonly of: readonly string[] }
  | { readonly kind: "array"; readonly item: LearntField }
  | { readonly kind: "collection"; readonly fields: LearntFields };

export interface LearntField {
  readonly type: LearntType;
  readonly label: string;
  readonly required: boolean;
  /** No export describes it: it has a value in one that describes nothing. */
  readonly guessed: boolean;
}

export type LearntFields = ReadonlyMap<string, LearntField>;

export const ANY: LearntType = { kind: "any" };
export const TEXT: LearntType = { kind: "text" };
export const RECORD: LearntType = { kind: "record" };

/** More is no list that a form offers, but one that an account has. */
const MOST_OPTIONS = 100;
const NUMBERS: ReadonlySet<string> = new Set<NumberType>(["number", "integer", "uinteger"]);
const TEXTS: ReadonlySet<string> = new Set<PlainType>([
  "text",
  "email",
  "url",
  "filename",
  "time",
  "file",
  "folder",
  "json",
]);

export const isNumberType = (word: string): word is NumberType => NUMBERS.has(word);

export const isNumeric = (value: unknown): value is number => Number.isFinite(value);

export const isOption = (value: unknown): value is Option =>
  typeof value === "string" || typeof value === "boolean" || isNumeric(value);
export const isText = (value: unknown): value is string => typeof value === "string";

/** A choice among options; among those of the account where these are none or too many. */
export function selectOf(multiple: boolean, options: readonly Option[] | undefined): LearntType {
  if (options === undefined) return { kind: "select", multiple };
  const isTexts = options.every(isText);
  if (multiple && !isTexts) return ANY;
  if (options.length > MOST_OPTIONS) return isTexts ? { kind: "select", multiple } : ANY;
  return { kind: "select", multiple, options };
}

/** What two exports say of the fields of one place: all of them, in the order in which both have them, or sorted. */
export function joinFields(a: LearntFields, b: LearntFields): LearntFields {
  const joined = new Map<string, LearntField>();
  for (const [key, field] of [...a, ...b]) {
    const before = joined.get(key);
    const isInBoth = a.has(key) && b.has(key);
    joined.set(key, before ? joinField(before, field) : { ...field, required: field.required && isInBoth });
  }
  const keys = [...joined.keys()];
  return inOrder(
    sameKeys(a, b, true) ? joined : new Map(keys.sort().map((key) => [key, joined.get(key) as LearntField])),
  );
}

export function joinField(a: LearntField, b: LearntField): LearntField {
  const required = a.required && b.required;
  if (a.guessed !== b.guessed) return { ...(a.guessed ? b : a), required };
  return {
    type: joinType(a.type, b.type),
    label: [a.label, b.label].sort()[0] as string,
    required,
    guessed: a.guessed,
  };
}

/** The narrowest type that both are. */
function joinType(a: LearntType, b: LearntType): LearntType {
  if (a.kind === "select" && b.kind === "select" && a.multiple === b.multiple) {
    const narrow = a.options && b.options ? joinLists(a.options, b.options) : undefined;
    if (narrow) return selectOf(a.multiple, narrow);
    return isTextLike(a) && isTextLike(b) ? { kind: "select", multiple: a.multiple } : ANY;
  }
  if (a.kind === "resource" && b.kind === "resource" && a.resource === b.resource)
    return { kind: "resource", resource: a.resource, of: joinLists(a.of, b.of) };
  if (isNumber(a) && isNumber(b)) return joinNumbers(a, b);
  if (a.kind === "array" && b.kind === "array") return { kind: "array", item: joinField(a.item, b.item) };
  if (a.kind === "collection" && b.kind === "collection") {
    // Where the keys differ, they are columns or custom fields.
    return sameKeys(a.fields, b.fields, false)
      ? { kind: "collection", fields: joinFields(a.fields, b.fields) }
      : RECORD;
  }
  if (a.kind === b.kind) return a.kind === "select" ? ANY : a;
  if (isCollection(a) && isCollection(b)) return RECORD;
  return isTextLike(a) && isTextLike(b) && !isMultiple(a) && !isMultiple(b) ? TEXT : ANY;
}

type NumberField = Extract<LearntType, { readonly kind: NumberType }>;
const isNumber = (type: LearntType): type is NumberField => isNumberType(type.kind);
const isCollection = ({ kind }: LearntType): boolean => kind === "record" || kind === "collection";
const isMultiple = (type: LearntType): boolean => type.kind === "select" && type.multiple;
/** Whether its values are texts. */
export const isTextLike = (type: LearntType): boolean =>
  type.kind === "select" ? (type.options ?? []).every(isText) : TEXTS.has(type.kind);

function joinNumbers(a: NumberField, b: NumberField): LearntType {
  const min = a.min === undefined || b.min === undefined ? undefined : Math.min(a.min, b.min);
  const max = a.max === undefined || b.max === undefined ? undefined : Math.max(a.max, b.max);
  return {
    kind: a.kind === b.kind ? a.kind : "number",
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

/** The same list where both are the same; otherwise all of both, sorted. */
function joinLists<T extends Option>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === b.length && a.every((item, position) => item === b[position])) return a;
  const rank = (item: Option): string => `${typeof item} ${item}`;
  return [...new Set([...a, ...b])].sort((one, other) => compare(rank(one), rank(other)));
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sameKeys(a: LearntFields, b: LearntFields, inSameOrder: boolean): boolean {
  const keys = [...b.keys()];
  return (
    a.size === b.size && [...a.keys()].every((key, position) => (inSameOrder ? key === keys[position] : b.has(key)))
  );
}

/** In the order in which JavaScript keeps the keys of an object: numbers come first. */
export function inOrder(fields: LearntFields): LearntFields {
  const keys = Object.keys(Object.fromEntries([...fields.keys()].map((key) => [key, 0])));
  return new Map(keys.map((key) => [key, fields.get(key) as LearntField]));
}

/** What two outputs have in common; of what they disagree about, nothing is known. */
export function agreedFields(a: LearntFields, b: LearntFields): LearntFields {
  const joined = joinFields(a, b);
  return a.size === joined.size && b.size === joined.size
    ? joined
    : new Map([...joined].filter(([key]) => a.has(key) && b.has(key)));
}
