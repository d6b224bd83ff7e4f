// What the form of a module asks for. Make's editor leaves a picture of the form in the file (`metadata.parameters` for
// the static settings, `metadata.expect` for the mapper), with the fields that applied when it was saved. Where there is
// none, the catalogue knows the forms that were seen in exports.

import type { Catalog } from "../catalog/catalog.ts";
import type { FieldSpec } from "../catalog/field.ts";
import type { ModuleDeclaration } from "../catalog/module.ts";
import { hasMapping } from "../iml/scan.ts";
import { isExpr } from "../model/expression.ts";
import type { Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";

/** The two places of a module that hold values. */
export const DOMAINS = ["parameters", "mapper"] as const;
export type Domain = (typeof DOMAINS)[number];

/** A field of a form. */
export interface FormField {
  readonly name: string;
  /** As the editor shows it. */
  readonly label: string;
  /** Make's word: `text`, `uinteger`, `account:google`. */
  readonly type: string;
  /** Nothing stands for it when it is empty, and the module does not run without it. */
  readonly isRequired: boolean;
  /** May be left out altogether: it belongs to an account, and whoever imports the blueprint chooses it there. */
  readonly isChosenOnImport: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly maxItems: number | undefined;
  /** All values that it takes, where these are known. */
  readonly options: readonly (string | number | boolean)[] | undefined;
  /** Of a collection, or of each item of an array. */
  readonly fields: readonly FormField[];
}

/** A field, and what the module has there: `undefined` when it has nothing. */
export interface FilledField {
  readonly field: FormField;
  readonly domain: Domain;
  readonly value: unknown;
  /** Keys and positions below the module. */
  readonly path: readonly (string | number)[];
}

export type Form = Readonly<Record<Domain, readonly FormField[]>>;

interface Read {
  readonly form: Form;
  filled?: readonly FilledField[];
  missing?: readonly FilledField[];
}

const cache = new WeakMap<Catalog, WeakMap<Module, Read>>();

function readOf(module: Module, catalog: Catalog): Read {
  const forms = cache.get(catalog) ?? new WeakMap<Module, Read>();
  cache.set(catalog, forms);
  const read = forms.get(module) ?? { form: readForm(module, catalog) };
  forms.set(module, read);
  return read;
}

/** The form of a module, as far as it is known for sure. */
export const formOf = (module: Module, catalog: Catalog): Form => readOf(module, catalog).form;

/**
 * The fields of a module's form that are filled in, and those that must be, nested ones too. A list that is mapped is not
 * looked into.
 */
export function filledFields(module: Module, catalog: Catalog): readonly FilledField[] {
  const read = readOf(module, catalog);
  read.filled ??= DOMAINS.flatMap((domain) => {
    const values: unknown = module.source[domain];
    const filled: FilledField[] = [];
    // Values that are no object at all are a matter of the blueprint's shape.
    if (isEmpty(values) || isObject(values)) fill(filled, read.form[domain], values, domain, [domain]);
    return filled;
  });
  return read.filled;
}

/** Whether the editor takes a field for not filled in. */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** The fields that the module needs, and that are not filled in. */
export function missingFields(module: Module, catalog: Catalog): readonly FilledField[] {
  const read = readOf(module, catalog);
  read.missing ??= filledFields(module, catalog).filter(isMissing);
  return read.missing;
}

const isMissing = ({ field, value }: FilledField): boolean =>
  isEmpty(value) && field.isRequired && !(field.isChosenOnImport && value === undefined);

/** Whether a value is known only when the scenario runs. */
export const isMapped = (value: unknown): boolean => isExpr(value) || (typeof value === "string" && hasMapping(value));

/** Whether nobody has filled in the module yet: the editor exports a fresh bubble without any place for values. */
export const isUntouched = ({ source }: Module): boolean => DOMAINS.every((domain) => isEmpty(source[domain]));

/** Whether a field chooses something that gives access: a connection, or a key of the keychain. */
export const givesAccess = ({ type }: FormField): boolean => ACCESS.test(type);
const ACCESS = /^(?:account|keychain)\b/;

/** Whether a field chooses a webhook. */
export const isHook = ({ type }: FormField): boolean => type.startsWith("hook") && /^hook\b/.test(type);

/** Hardly anybody asks for the path, and each would be an array of its own. */
class Filled implements FilledField {
  readonly field: FormField;
  readonly domain: Domain;
  readonly value: unknown;
  readonly #around: readonly (string | number)[];

  constructor(field: FormField, domain: Domain, value: unknown, around: readonly (string | number)[]) {
    this.field = field;
    this.domain = domain;
    this.value = value;
    this.#around = around;
  }

  get path(): readonly (string | number)[] {
    return [...this.#around, this.field.name];
  }
}

function fill(
  filled: FilledField[],
  fields: readonly FormField[],
  values: unknown,
  domain: Domain,
  at: readonly (string | number)[],
): void {
  for (const field of fields) {
    const value = isObject(values) && Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    // By far the most fields are empty, and need not be filled in.
    if (isEmpty(value) && !field.isRequired) continue;
    const place = new Filled(field, domain, value, at);
    filled.push(place);
    if (field.fields.length === 0 || isExpr(value)) continue;
    const { path } = place;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (isObject(item) && !isExpr(item)) fill(filled, field.fields, item, domain, [...path, index]);
      }
    } else if (isObject(value)) fill(filled, field.fields, value, domain, path);
  }
}

function readForm(module: Module, catalog: Catalog): Form {
  const { metadata } = module.source;
  const picture = isObject(metadata) ? metadata : {};
  const declaration = catalog.find(module.type, module.version);
  if (Array.isArray(picture.expect) || Array.isArray(picture.parameters)) {
    return {
      parameters: fieldsOfPicture(picture.parameters),
      mapper: mapsNothing(module, declaration) ? [] : fieldsOfPicture(picture.expect),
    };
  }
  return isSure(declaration, module) ? declaredForm(declaration) : { parameters: [], mapper: [] };
}

const declaredForms = new WeakMap<ModuleDeclaration, Form>();

function declaredForm(declaration: ModuleDeclaration): Form {
  const { parameters, mapper } = declaration;
  const form = declaredForms.get(declaration) ?? {
    parameters: fieldsOfSpecs(specsOf(parameters)),
    mapper: fieldsOfSpecs(specsOf(mapper)),
  };
  declaredForms.set(declaration, form);
  return form;
}

/** A trigger has no mapped fields: what some tools write in their place is what it gives, or its parameters. */
const mapsNothing = ({ flow, position, source }: Module, declaration: ModuleDeclaration | undefined): boolean =>
  declaration === undefined
    ? flow.kind === "main" && position === 0 && Object.keys(source.mapper ?? {}).length === 0
    : declaration.kind.endsWith("trigger");

const isSure = (declaration: ModuleDeclaration | undefined, { version }: Module): declaration is ModuleDeclaration =>
  declaration?.evidence.level === "observed" && declaration.version === version;

const NO_FIELDS: readonly FormField[] = [];

function fieldsOfPicture(fields: unknown): readonly FormField[] {
  if (!Array.isArray(fields) || fields.length === 0) return NO_FIELDS;
  const found: FormField[] = [];
  for (const field of fields) {
    if (isObject(field) && typeof field.name === "string") found.push(new DrawnField(field.name, field));
  }
  return found;
}

/** A field of a picture. There are many, and of most nobody asks more than the name: the rest is read when it is asked for. */
class DrawnField implements FormField {
  readonly name: string;
  readonly type: string;
  readonly fields: readonly FormField[];
  readonly #drawn: Readonly<Record<string, unknown>>;

  constructor(name: string, drawn: Readonly<Record<string, unknown>>) {
    this.name = name;
    this.type = typeof drawn.type === "string" ? drawn.type : "";
    this.fields = fieldsOfPicture(drawn.spec);
    this.#drawn = drawn;
  }

  get label(): string {
    const { label } = this.#drawn;
    return typeof label === "string" ? label : this.name;
  }

  get isRequired(): boolean {
    return this.#drawn.required === true && this.type !== "hidden";
  }

  /** The editor has drawn the form after the import. */
  get isChosenOnImport(): boolean {
    return false;
  }

  get min(): number | undefined {
    return numberOf(this.#limits.min);
  }

  get max(): number | undefined {
    return numberOf(this.#limits.max);
  }

  get maxItems(): number | undefined {
    return numberOf(this.#limits.maxItems);
  }

  get options(): FormField["options"] {
    const options = this.#limits.enum;
    return Array.isArray(options) && options.every(isOption) ? options : undefined;
  }

  get #limits(): Readonly<Record<string, unknown>> {
    const { validate } = this.#drawn;
    return isObject(validate) ? validate : NO_LIMITS;
  }
}

const NO_LIMITS = {};
const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

const isOption = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

type Specs = Readonly<Record<string, FieldSpec>>;

const specsOf = (fields: ModuleDeclaration["mapper"]): Specs =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([key, { spec }]) => [key, spec]));

const fieldsOfSpecs = (specs: Specs): readonly FormField[] =>
  Object.entries(specs).flatMap(([name, spec]) => (spec.spread ? [] : [declared(name, spec)]));

function declared(name: string, spec: FieldSpec): FormField {
  return {
    name,
    label: spec.label,
    type: spec.type,
    isRequired: spec.required === true && spec.default === undefined,
    isChosenOnImport: /^(?:account|keychain|hook|datastore|udt|scenario)\b/.test(spec.type),
    min: spec.min,
    max: spec.max,
    maxItems: spec.maxItems,
    options: spec.options,
    fields: fieldsOfSpecs(spec.fields ?? spec.item?.fields ?? {}),
  };
}
