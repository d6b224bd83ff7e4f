// A module as a call of its function: the inverse of its form. What the declaration has no words for is written beside
// it as the blueprint has it; a module that no declaration describes is written whole like that.

import type { Data, DataObject } from "../blueprint/blueprint.ts";
import { InputError } from "../catalog/encode.ts";
import { decodeFields, type FieldSpec, type Fields, unsaidValue } from "../catalog/field.ts";
import { ownForm } from "../catalog/form.ts";
import { printTemplate } from "../iml/print.ts";
import { CHOOSE_ON_IMPORT } from "../model/environment.ts";
import { type Expr, isExpr, templateOf, verbatim, verbatimOf } from "../model/expression.ts";
import { appOf, type Module } from "../model/scenario.ts";
import { viewpoint } from "../model/visibility.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { isObject } from "../util/is-object.ts";
import { resourceKind } from "./bindings.ts";
import { type Code, callCode, objectCode, type Property, textCode } from "./code.ts";
import type { Context, KnownModule } from "./context.ts";
import { createValues, type Values } from "./lift.ts";
import { isNothing, sameMeaning } from "./same-meaning.ts";

type Written = DataObject<Expr<unknown>>;

/** What a module says, apart from its place in the flow. */
export interface ModuleInput {
  readonly parameters: unknown;
  readonly mapper: unknown;
}

/** The call of a module's function, and what stands beside it among the options of the step. */
export interface ModuleCode {
  readonly call: Code;
  readonly options: readonly Property[];
}

/** Writes a module as the function that is known for it; nothing when its input cannot be said. */
export function knownCode(
  context: Context,
  module: Module,
  { declaration, from, namespace, name }: KnownModule,
  input: ModuleInput,
  typeArgument: () => Code,
): ModuleCode | undefined {
  const values = createValues(context, viewpoint(module));
  const lifted = liftInput(context, module, values, input, declaration);
  const said = sayable(declaration, lifted);
  if (said === undefined) return undefined;
  const specs = new Map<string, FieldSpec>();
  for (const fields of [declaration.parameters, declaration.mapper ?? {}]) {
    for (const [key, { spec }] of Object.entries(fields)) specs.set(spec.name ?? key, spec);
  }
  const properties = Object.entries(said.input).map(([key, value]) => ({
    name: key,
    value: values.code(value, specs.get(key)),
  }));
  const callee = [context.imports.useFrom(from, namespace), ".", name, typeArgument()];
  return {
    call: callCode(callee, properties.length > 0 ? [objectCode(properties)] : []),
    options: furtherOptions(said.further, values),
  };
}

/** Writes a module as a blueprint has it. */
export function rawCode(
  context: Context,
  module: Module,
  role: "module" | "trigger" | "aggregator",
  input: ModuleInput,
  typeArgument: Code,
): ModuleCode {
  const values = createValues(context, viewpoint(module));
  const { parameters, mapper } = liftInput(context, module, values, input, undefined);
  const properties: Property[] = [
    { name: "module", value: textCode(module.type) },
    { name: "version", value: String(module.version ?? 1) },
    ...(isNothing(parameters) ? [] : [{ name: "parameters", value: values.code(parameters) }]),
    ...(mapper === null ? [{ name: "mapper", value: "null" }] : []),
    ...(isNothing(mapper) ? [] : [{ name: "mapper", value: values.code(mapper) }]),
  ];
  return {
    call: callCode([[context.imports.use("raw"), `.${role}`], typeArgument], [objectCode(properties)]),
    options: [],
  };
}

interface Lifted {
  readonly parameters: Data<Expr<unknown>> | undefined;
  readonly mapper: Data<Expr<unknown>> | undefined;
}

/** The values of a module, with symbols for what has an id in the account. */
function liftInput(
  context: Context,
  module: Module,
  values: Values,
  { parameters, mapper }: ModuleInput,
  declaration: KnownModule["declaration"] | undefined,
): Lifted {
  const area = (given: unknown, fields: Fields): Data<Expr<unknown>> | undefined => {
    if (given === undefined || given === null) given = given === null && Object.keys(fields).length === 0 ? null : {};
    if (!isObject(given)) return given === null ? null : values.lift(given);
    const bound: Record<string, unknown> = { ...withPlainFeeder(given) };
    for (const [key, { spec }] of Object.entries(fields)) {
      const symbol = symbolFor(context, module, key, spec, bound[key]);
      if (symbol !== undefined) bound[key] = symbol;
    }
    return values.lift(bound);
  };
  return {
    parameters: area(parameters, declaration?.parameters ?? rawResources(parameters)),
    mapper: mapper === null && !declaration?.mapper ? null : area(mapper, declaration?.mapper ?? {}),
  };
}

/** Parameters of what is no aggregator here: the module that it would collect from stays a number. */
export const withPlainFeeder = (parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof parameters.feeder === "number" ? { ...parameters, feeder: verbatim(parameters.feeder) } : parameters;

/** The keys that stand for something in the account even where nothing else is known of a module. */
function rawResources(parameters: unknown): Fields {
  const types: Readonly<Record<string, string>> = { __IMTCONN__: "account", __IMTHOOK__: "hook" };
  if (!isObject(parameters)) return {};
  return Object.fromEntries(
    Object.entries(types)
      .filter(([key]) => typeof parameters[key] === "number")
      .map(([key, type]) => [key, { spec: { type, label: "" } }]),
  ) as unknown as Fields;
}

function symbolFor(
  { bindings, nameOf }: Context,
  module: Module,
  key: string,
  spec: FieldSpec,
  value: unknown,
): Expr<never> | undefined {
  const kind = resourceKind(spec.type);
  if (kind === undefined) return undefined;
  const words = suggestions(module, key, spec, kind === "webhooks" ? nameOf(module) : appOf(module.type));
  if (isNothing(value)) return spec.required ? bindings.symbol(kind, CHOOSE_ON_IMPORT, words) : undefined;
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const id = kind === "scenarios" ? (/^SCN_([1-9]\d*)$/u.exec(text)?.[1] ?? "") : text;
  const isId = Number.isSafeInteger(Number(id)) && Number(id) > 0 && String(Number(id)) === id;
  return isId ? bindings.symbol(kind, Number(id), words) : undefined;
}

/** Names for a symbol: a webhook or a store is known by its own, a connection by the service that it leads to. */
function suggestions(module: Module, key: string, spec: FieldSpec, otherwise: string): readonly string[] {
  const restored = restoredState(module, key);
  const label = isObject(restored) && typeof restored.label === "string" ? restored.label : "";
  const [prefix, types = ""] = spec.type.split(":");
  const data = isObject(restored) && isObject(restored.data) ? restored.data : {};
  const connection = typeof data.connection === "string" ? data.connection : "";
  // The second kind of connection to a service is `slack2`; to its users there is one.
  const service = (types.split(",")[0] || connection || otherwise).replace(/^app#|(?<=\p{L}{3})[2-9]$/gu, "");
  return prefix === "account" || prefix === "keychain" ? [service, otherwise] : [label, otherwise];
}

function restoredState(module: Module, key: string): unknown {
  const restore: unknown = module.source.metadata?.restore;
  if (!isObject(restore)) return undefined;
  return [restore.parameters, restore.expect, restore]
    .map((states) => (isObject(states) && Object.hasOwn(states, key) ? states[key] : undefined))
    .find(isObject);
}

interface Said {
  readonly input: Readonly<Record<string, unknown>>;
  /** Keys that stand beside the function's, by area. */
  readonly further: { readonly parameters: Written; readonly mapper: Written };
}

/** What an author writes for these values; nothing when no input gives them. */
function sayable(declaration: KnownModule["declaration"], { parameters, mapper }: Lifted): Said | undefined {
  if (asksForMore(declaration)) return undefined;
  const areas = [
    { name: "parameters", fields: declaration.parameters, values: parameters },
    { name: "mapper", fields: declaration.mapper ?? {}, values: mapper },
  ] as const;
  const input: Record<string, unknown> = {};
  for (const { fields, values } of areas) {
    if (isNothing(values)) continue;
    if (!isObject(values) || isExpr(values)) return undefined;
    const decoded = decodeFields(fields, values as Written);
    Object.assign(input, decoded.input);
    for (const key of decoded.unsayable) {
      const { name = key, type = "" } = fields[key]?.spec ?? {};
      input[name] = asItIs(values[key] as Data<Expr<unknown>>, type);
    }
  }
  leaveOut(declaration, input);
  fillRequired(declaration, input);
  const printed = printForm(declaration, input);
  if (printed === undefined) return undefined;
  const further = { parameters: {} as Record<string, unknown>, mapper: {} as Record<string, unknown> };
  for (const { name, fields, values } of areas) {
    const before = (isObject(values) ? values : {}) as Written;
    const after = (printed[name] ?? {}) as Written;
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (sameValues(after[key], before[key])) continue;
      if (before[key] === undefined && isDefault(fields[key]?.spec)) continue;
      if (before[key] === undefined) return undefined;
      further[name][key] = before[key];
    }
  }
  return { input, further: further as Said["further"] };
}

/** Over an app whose identifiers are certain, some modules need what no export of the module's own app says. */
const asksForMore = ({ certain }: KnownModule["declaration"]): boolean =>
  Object.values(certain?.fields ?? {}).some(({ spec }) => spec.required && spec.default === undefined);

/** Conditions and collections are written key by key: nothing that is mapped can stand for them. */
const WRITTEN_BY_KEY: ReadonlySet<string> = new Set(["filter", "collection"]);

/** A value that its field has no words for; with mappings in it, these are words of their own. */
const asItIs = (value: Data<Expr<unknown>>, type: string): unknown =>
  isExpr(value) && !WRITTEN_BY_KEY.has(type) ? value : verbatim(textual(value));

/** Data with expressions as their mapping text. */
function textual(value: Data<Expr<unknown>> | undefined): never {
  const convert = (item: unknown): unknown => {
    const asItStands = verbatimOf(item);
    if (asItStands) return asItStands.data;
    if (isExpr(item)) return printTemplate(templateOf(item) ?? { parts: [] });
    if (Array.isArray(item)) return item.map(convert);
    return isObject(item)
      ? Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, convert(inner)]))
      : item;
  };
  return convert(value) as never;
}

/** What goes without saying: empty fields, and what is written anyway when nothing is said. */
function leaveOut({ parameters, mapper }: KnownModule["declaration"], input: Record<string, unknown>): void {
  for (const [key, { spec, encode }] of [...Object.entries(parameters), ...Object.entries(mapper ?? {})]) {
    const name = spec.name ?? key;
    const value = input[name];
    if (value === undefined || spec.spread || isExpr(value)) continue;
    const unsaid = unsaidValue(spec, { ...input, [name]: undefined });
    const isEmpty = isNothing(value) && !spec.required && spec.type !== "any" && unsaid === undefined;
    if (isEmpty || (unsaid !== undefined && isDeepEqual(encode(value), unsaid))) delete input[name];
  }
}

/** Fields that the function asks for and the export leaves empty. */
function fillRequired({ parameters, mapper }: KnownModule["declaration"], input: Record<string, unknown>): void {
  for (const [key, { spec }] of [...Object.entries(parameters), ...Object.entries(mapper ?? {})]) {
    const name = spec.name ?? key;
    if (spec.required && spec.default === undefined && input[name] === undefined) input[name] = verbatim(null);
  }
}

const isDefault = (spec: FieldSpec | undefined): boolean => spec?.default !== undefined || spec?.implied !== undefined;

function printForm(declaration: KnownModule["declaration"], input: Readonly<Record<string, unknown>>) {
  try {
    const { parameters, mapper } = ownForm(declaration, input);
    return { parameters, mapper };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Whether what would be printed says what was there. */
function sameValues(printed: unknown, before: unknown): boolean {
  if (printed === before) return true;
  const asItStands = verbatimOf(printed);
  if (asItStands)
    return (
      isDeepEqual(asItStands.data, textual(before as Data<Expr<unknown>>)) ||
      (isNothing(asItStands.data) && isNothing(before))
    );
  if (isExpr(printed) || isExpr(before)) {
    const [a, b] = [templateOf(printed), templateOf(before)];
    const holds = (template: typeof a): boolean =>
      template?.parts.some((part) => part.kind === "mapping" && part.expression?.kind === "placeholder") ?? true;
    if (isNothing(before) && a?.parts.length === 0) return true;
    if (a === undefined || b === undefined || holds(a) || holds(b)) return false;
    return printTemplate(a) === printTemplate(b);
  }
  if (Array.isArray(printed) && Array.isArray(before))
    return printed.length === before.length && printed.every((item, index) => sameValues(item, before[index]));
  if (isObject(printed) && isObject(before)) {
    const keys = new Set([...Object.keys(printed), ...Object.keys(before)]);
    return [...keys].every((key) => sameValues(printed[key], before[key]));
  }
  return sameMeaning(printed, before);
}

const furtherOptions = ({ parameters, mapper }: Said["further"], values: Values): readonly Property[] => [
  ...(Object.keys(parameters).length > 0 ? [{ name: "parameters", value: values.code(parameters) }] : []),
  ...(Object.keys(mapper).length > 0 ? [{ name: "mapper", value: values.code(mapper) }] : []),
];
