// The vocabulary of Make's own form fields. A field says what a module's form shows, what type an author may give, what
// type comes out, and how the value is written into a blueprint.

import type { Data, DataObject, Json } from "../blueprint/blueprint.ts";
import type { Condition } from "../model/conditions.ts";
import { type Expr, isExpr, type Value, verbatimOf } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";
import {
  type Decoder,
  decodeBoolean,
  decodeColumns,
  decodeConditions,
  decodeData,
  decodeJson,
  decodeList,
  decodeMapped,
  decodeObject,
  decodeOption,
  decodePairs,
  decodeText,
  decodeWithin,
  UNSAYABLE,
} from "./decode.ts";
import { columnKeys, encodeConditions, encodeData, encodePairs } from "./encode.ts";
import { jsonText } from "./json-text.ts";

/** A field as the editor knows it. */
export interface FieldSpec {
  /** Make's own word for the type, as it stands in `metadata.expect`. */
  readonly type: string;
  readonly label: string;
  /** Whether the module refuses to run without it. */
  readonly required?: boolean;
  /** Written when the author leaves the field out. */
  readonly default?: Json;
  /** Goes before the default: what is written when the author gives the field of that name and leaves this one out. */
  readonly implied?: Readonly<Record<string, Json>>;
  /** Its keys stand beside the other fields instead of under a key of its own. */
  readonly spread?: boolean;
  /** The values a select offers. */
  readonly options?: readonly (string | number | boolean)[];
  readonly multiple?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** What an array holds. */
  readonly item?: FieldSpec;
  /** Of an array. */
  readonly maxItems?: number;
  /** The fields of a collection. */
  readonly fields?: Readonly<Record<string, FieldSpec>>;
  readonly help?: string;
  /** What authors call it, when Make's key is no name a person would choose. */
  readonly name?: string;
}

declare const types: unique symbol;

/** Writes what an author gave as data with expressions in it. Throws `InputError` for what cannot be written. */
export type Encoder = (input: unknown) => Data<Expr<unknown>>;

/**
 * `Out` is the type of the value in a bundle, `In` what an author may write, `Need` whether it must be written, `Name`
 * what authors call it (`never`: Make's key).
 */
export interface Field<out Out = unknown, in out In = never, out Need extends boolean = boolean, out Name = unknown> {
  readonly spec: FieldSpec;
  readonly encode: Encoder;
  /** The way back, from a value in a blueprint. */
  readonly decode: Decoder;
  readonly [types]?: { readonly out: Out; readonly in: (input: In) => In; readonly need: Need; readonly name: Name };
}

export type Fields = Readonly<Record<string, AnyField>>;
// biome-ignore lint/suspicious/noExplicitAny: a field of any type; `In` is invariant, so nothing narrower fits.
export type AnyField = Field<any, any, boolean, any>;

type TypesOf<F> = F extends { readonly [types]?: infer T } ? NonNullable<T> : never;
type NameOf<F, Key> = TypesOf<F> extends { readonly name: infer Name } ? ([Name] extends [never] ? Key : Name) : Key;
type NeedOf<F> = TypesOf<F> extends { readonly need: infer Need } ? Need : never;
type InOf<F> = TypesOf<F> extends { readonly in: (input: infer In) => unknown } ? In : never;
export type OutOf<F> = TypesOf<F> extends { readonly out: infer Out } ? Out : never;

type NeededKeys<F extends Fields> = { [Key in keyof F]: NeedOf<F[Key]> extends true ? Key : never }[keyof F];

/** What an author writes for these fields. */
export type InputOf<F extends Fields> = {
  readonly [Key in keyof F as Key extends NeededKeys<F> ? NameOf<F[Key], Key> & PropertyKey : never]: InOf<F[Key]>;
} & {
  readonly [Key in keyof F as Key extends NeededKeys<F> ? never : NameOf<F[Key], Key> & PropertyKey]?:
    | InOf<F[Key]>
    | undefined;
};

/** What a bundle with these fields holds. */
export type OutputOf<F extends Fields> = { readonly [Key in keyof F]: OutOf<F[Key]> };

/** A field that can still be refined: each method gives a new one. */
export interface FieldBuilder<Out, In, Need extends boolean = false, Name = never> extends Field<Out, In, Need, Name> {
  /** The module needs it, and so must the author give it. */
  required(): FieldBuilder<Out, In, true, Name>;
  /** The module needs it; this is written when the author says nothing. */
  default(value: Json): FieldBuilder<Out, In, false, Name>;
  /** The author may leave it out: Make asks for it only after certain other choices. */
  optional(): FieldBuilder<Out, In, false, Name>;
  /** What giving another field says about this one, by that field's name: `{ body: "json" }`. */
  impliedBy(values: Readonly<Record<string, Json>>): FieldBuilder<Out, In, Need, Name>;
  /** What authors call it instead of Make's key. */
  as<const NewName extends string>(name: NewName): FieldBuilder<Out, In, Need, NewName>;
  /** A sentence for the documentation. */
  describe(help: string): FieldBuilder<Out, In, Need, Name>;
}

function field<Out, In = Value<Out>>(
  spec: FieldSpec,
  decode: Decoder,
  encode: Encoder = encodeData,
): FieldBuilder<Out, In> {
  const refine = (change: Partial<FieldSpec>): FieldBuilder<Out, In> => field({ ...spec, ...change }, decode, encode);
  return {
    spec,
    encode: (input) => (verbatimOf(input) ? (input as Expr<unknown>) : encode(input)),
    decode,
    required: () => refine({ required: true }) as unknown as FieldBuilder<Out, In, true>,
    default: (value) => refine({ required: true, default: value }),
    optional: () => refine({ required: false }) as unknown as FieldBuilder<Out, In, false>,
    impliedBy: (values) => refine({ implied: values }),
    as: <const NewName extends string>(name: NewName) =>
      refine({ name }) as unknown as FieldBuilder<Out, In, false, NewName>,
    describe: (help) => refine({ help }),
  };
}

const simple =
  <Out>(type: string, decode: Decoder = decodeText) =>
  (label: string): FieldBuilder<Out, Value<Out>> =>
    field<Out>({ type, label }, decode);

export const text = simple<string>("text");
export const email = simple<string>("email");
export const url = simple<string>("url");
export const filename = simple<string>("filename");
export const boolean = simple<boolean>("boolean", decodeBoolean);
export const date = simple<Date>("date", decodeMapped);
export const time = simple<string>("time");
/** Binary data. Make turns a text into its bytes. */
export const buffer = (label: string): FieldBuilder<ArrayBufferLike, string | Expr<ArrayBufferLike | string>> =>
  field({ type: "buffer", label }, decodeText);
/** A file in a cloud drive: its id, or the ids from the drive's root down to it (`/folder/file`). */
export const file = simple<string>("file");
/** A folder in a cloud drive, as `file`; `/` is the root. */
export const folder = simple<string>("folder");
/** Anything; nothing is known of its inside. */
export const any = <Out = unknown>(label: string): FieldBuilder<Out, Value<unknown>> =>
  field({ type: "any", label }, decodeData);

/** A setting that Make's form does not show: always this value. */
export const hidden = (label: string, value: Json): FieldBuilder<unknown, undefined> =>
  field({ type: "hidden", label, default: value }, () => undefined);

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}
export const number = (label: string, bounds: Bounds = {}): FieldBuilder<number, Value<number>> =>
  field({ type: "number", label, ...bounds }, decodeWithin(bounds));
/** A whole number. */
export const integer = (label: string, bounds: Bounds = {}): FieldBuilder<number, Value<number>> =>
  field({ type: "integer", label, ...bounds }, decodeWithin(bounds, true));
/** A whole number, not negative. */
export const uinteger = (label: string, bounds: Bounds = {}): FieldBuilder<number, Value<number>> =>
  field({ type: "uinteger", label, ...bounds }, decodeWithin({ min: 0, ...bounds }, true));

/** One of the given values. A mapped value is not looked into. */
export const select = <const Option extends string | number | boolean>(
  label: string,
  options: readonly Option[],
): FieldBuilder<Option, Option | Expr<unknown>> => field({ type: "select", label, options }, decodeOption(options));

/** A choice that Make's editor loads from the account (a channel, a table): an id, given as text. */
export const remoteSelect = (label: string): FieldBuilder<string, Value<string>> =>
  field({ type: "select", label }, decodeText);

/** Several of the given values; without them, of the ids that the account offers. */
export const selectMany = <const Option extends string>(
  label: string,
  options?: readonly Option[],
): FieldBuilder<readonly Option[], Expr<readonly Option[]> | readonly (Option | Expr<unknown>)[]> =>
  field(
    { type: "select", label, multiple: true, ...(options ? { options } : {}) },
    decodeList(options ? decodeOption(options) : decodeText),
  );

/** A list. Each item is written like a field of its own. */
export const array = <Out, In, Need extends boolean, Name>(
  label: string,
  item: Field<Out, In, Need, Name>,
): FieldBuilder<readonly Out[], Expr<readonly Out[]> | readonly In[]> =>
  field({ type: "array", label, item: item.spec }, decodeList(item.decode), (input) =>
    Array.isArray(input) ? input.map((value) => item.encode(value)) : encodeData(input),
  );

/** Known keys, each with a field of its own. */
export const collection = <F extends Fields>(
  label: string,
  fields: F,
): FieldBuilder<OutputOf<F>, Expr<OutputOf<F>> | InputOf<F>> =>
  field(
    { type: "collection", label, fields: specs(fields) },
    (value) => decodeWhole(fields, value),
    (input) => encodeFields(fields, input),
  );

/** Keys that differ per account or table (columns, properties, custom fields), with any values. */
export const record = (
  label: string,
): FieldBuilder<Readonly<Record<string, unknown>>, Expr<object> | Readonly<Record<string, Value<unknown>>>> =>
  field({ type: "collection", label }, decodeObject);

/** Like `record`, where the keys have no common key in Make but stand beside the module's other fields. */
export const freeFields = (
  label: string,
): FieldBuilder<Readonly<Record<string, unknown>>, Readonly<Record<string, Value<unknown>>>> =>
  field({ type: "collection", label, spread: true }, decodeObject);

/** Cells of a spreadsheet row by column letter: `{ A: …, C: … }`. Make counts columns from 0. */
export const columns = (
  label: string,
): FieldBuilder<Readonly<Record<string, unknown>>, Readonly<Record<string, Value<unknown>>>> =>
  field({ type: "collection", label }, decodeColumns, columnKeys);

/** Headers, query parameters and the like, as an object; written as Make's list of `{ name, value }`. */
export const pairs = (
  label: string,
  nameKey: "name" | "key" = "name",
  bounds: { readonly maxItems?: number } = {},
): FieldBuilder<readonly object[], Expr<readonly object[]> | Readonly<Record<string, Value<unknown>>>> =>
  field(
    {
      type: "array",
      label,
      ...bounds,
      item: {
        type: "collection",
        label,
        fields: { [nameKey]: { type: "text", label: "Name", required: true }, value: { type: "text", label: "Value" } },
      },
    },
    decodePairs(nameKey),
    encodePairs(nameKey),
  );

/** A text that must be JSON. Authors give data; values known at run time are escaped, so that no quote can break it. */
export const json = <Out = unknown>(label: string): FieldBuilder<Out, JsonInput> =>
  field({ type: "text", label }, decodeJson, jsonText);
/** Data for a JSON text, with mappings anywhere in it; or a mapping that yields the whole text. */
export type JsonInput = Value<unknown> | readonly JsonInput[] | { readonly [key: string]: JsonInput };

/** A text as it is, or data that is written as JSON text. */
export const textOrJson = (label: string, type: "any" | "buffer" = "any"): FieldBuilder<unknown, JsonInput> =>
  field({ type, label }, decodeText, (input) =>
    typeof input === "object" && !isExpr(input) ? jsonText(input) : encodeData(input),
  );

/** Conditions as a filter has them. */
export const filter = (label: string): FieldBuilder<unknown, Condition> =>
  field({ type: "filter", label }, decodeConditions, encodeConditions);

declare const resource: unique symbol;
/** Something that exists in an account and has an id there; which one differs between environments. */
export interface Resource<Kind extends string> {
  readonly [resource]: Kind;
}
export type Connection = Resource<"connection">;
export type Key = Resource<"key">;
export type Hook = Resource<"webhook">;
export type DataStoreId = Resource<"data store">;
export type DataStructureId = Resource<"data structure">;
export type ScenarioId = Resource<"scenario">;

const resourceField =
  <Kind extends string, const Name extends string>(prefix: string, label: string, name: Name) =>
  (...kinds: readonly string[]): FieldBuilder<Resource<Kind>, Expr<Resource<Kind>>, true, Name> =>
    field<Resource<Kind>, Expr<Resource<Kind>>>(
      { type: kinds.length > 0 ? `${prefix}:${kinds.join(",")}` : prefix, label },
      decodeMapped,
    )
      .as(name)
      .required();

/** A connection of one of these types, such as `google`. */
export const account = resourceField<"connection", "connection">("account", "Connection", "connection");
/** A webhook of this type, such as `gateway-webhook`. */
export const hook = resourceField<"webhook", "webhook">("hook", "Webhook", "webhook");
/** An entry of the keychain of this type, such as `apikeyauth`. */
export const keychain = resourceField<"key", "key">("keychain", "Credentials", "key");
export const dataStore = resourceField<"data store", "dataStore">("datastore", "Data store", "dataStore");
export const dataStructure = resourceField<"data structure", "dataStructure">("udt", "Data structure", "dataStructure");
export const scenarioId = resourceField<"scenario", "scenario">("scenario", "Scenario", "scenario");

const specs = (fields: Fields): Record<string, FieldSpec> =>
  Object.fromEntries(Object.entries(fields).map(([key, { spec }]) => [key, spec]));

/** Writes an object by its fields: defaults are filled in, what is left out stays out. */
export function encodeFields(fields: Fields, input: unknown): Data<Expr<unknown>> {
  if (!isObject(input) || isExpr(input)) return encodeData(input);
  const written: Record<string, Data<Expr<unknown>>> = {};
  for (const [key, { spec, encode }] of Object.entries(fields)) {
    const value = input[spec.name ?? key];
    const unsaid = value === undefined ? unsaidValue(spec, input) : undefined;
    if (value !== undefined && spec.spread) Object.assign(written, encode(value));
    else if (value !== undefined) written[key] = encode(value);
    else if (unsaid !== undefined) written[key] = unsaid;
  }
  return written;
}

/** What an author would have written for the values of a module or a collection. */
export interface DecodedFields {
  readonly input: Readonly<Record<string, unknown>>;
  /** The keys that are no field's. */
  readonly unknown: readonly string[];
  /** The keys whose values their fields have no words for. */
  readonly unsayable: readonly string[];
}

/** Reads an object by its fields: the inverse of `encodeFields`. */
export function decodeFields(fields: Fields, values: DataObject<Expr<unknown>>): DecodedFields {
  const input: Record<string, unknown> = {};
  const unsayable: string[] = [];
  let unknown = Object.keys(values).filter((key) => !Object.hasOwn(fields, key) || fields[key]?.spec.spread);
  for (const [key, { spec, decode }] of Object.entries(fields)) {
    if (spec.spread) {
      if (unknown.length > 0) input[spec.name ?? key] = Object.fromEntries(unknown.map((free) => [free, values[free]]));
      unknown = [];
      continue;
    }
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) continue;
    const decoded = decode(value);
    // An empty field of the editor's form says nothing.
    if (decoded === UNSAYABLE && value === "") continue;
    if (decoded === UNSAYABLE) unsayable.push(key);
    else if (decoded !== undefined) input[spec.name ?? key] = decoded;
  }
  return { input, unknown, unsayable };
}

/** A collection is said whole or not at all. */
function decodeWhole(fields: Fields, value: Data<Expr<unknown>>): unknown {
  if (isExpr(value)) return value;
  if (!isObject(value)) return UNSAYABLE;
  const { input, unknown, unsayable } = decodeFields(fields, value as DataObject<Expr<unknown>>);
  const isIncomplete = Object.entries(fields).some(
    ([key, { spec }]) => spec.required && spec.default === undefined && input[spec.name ?? key] === undefined,
  );
  return isIncomplete || unknown.length + unsayable.length > 0 ? UNSAYABLE : input;
}

type Given = Readonly<Record<string, unknown>>;

/** What stands for a field that the author left out, if anything does. */
export function unsaidValue({ implied = {}, default: otherwise }: FieldSpec, given: Given): Json | undefined {
  const [, value] = Object.entries(implied).find(([name]) => given[name] !== undefined) ?? [];
  return value ?? otherwise;
}
