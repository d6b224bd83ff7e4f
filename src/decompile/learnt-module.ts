// What exports tell of one module, and what they tell together.

import type { ModuleDeclaration, ModuleKind } from "../catalog/module.ts";
import { appOf, type Flow, type Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { fieldsOfDeclaration, fieldsOfList, guessField, isUsableKey } from "./learnt-entry.ts";
import { agreedFields, joinField, joinFields, type LearntField, type LearntFields } from "./learnt-type.ts";
import { isGiven, relax, widen } from "./learnt-value.ts";

export type LearntKind = Extract<
  ModuleKind,
  "polling trigger" | "instant trigger" | "action" | "search" | "aggregator"
>;

/** A module as exports tell of it. */
export interface ModuleDescription {
  /** `app:Module`. */
  readonly module: string;
  readonly version: number;
  readonly kind: LearntKind;
  readonly parameters: LearntFields;
  /** `null`: there is no mapper at all. */
  readonly mapper: LearntFields | null;
  /** Nothing where no export tells. */
  readonly output: LearntFields | undefined;
  readonly exports: number;
}

type Place = "parameters" | "mapper";

/** The list in `metadata` that describes the keys of a place. */
const LISTS = { parameters: "parameters", mapper: "expect" } as const;

/** Flow control with flows of its own, which no function of a module can say. */
const FLOW_KEYS = ["routes", "branches", "outputs"] as const;

/** The version of a module that can be declared. */
export function learnableVersion({ type, version, source }: Module): number | undefined {
  const isNamed = appOf(type) !== "" && !type.endsWith(":");
  const isFlow = FLOW_KEYS.some((key) => source[key] !== undefined);
  return isNamed && !isFlow && Number.isSafeInteger(version) && (version as number) >= 0 ? version : undefined;
}

/** All that the exports of one module in one version tell, and what was known before; nothing when that is nothing. */
export function describeModule(
  version: number,
  modules: readonly Module[],
  before: ModuleDescription | undefined,
): ModuleDescription | undefined {
  const told = modules.flatMap((module) => describeOnce(module, version) ?? []);
  if (before) told.push(before);
  const [first, ...rest] = told;
  if (first === undefined) return undefined;
  const joined = rest.reduce(joinModules, first);
  const exports = new Set(modules.map(({ flow }) => rootOf(flow))).size;
  return { ...modules.reduce(relaxModule, joined), exports: Math.max(exports, before?.exports ?? 0) };
}

/** What a declaration says, as if exports had said it. */
export const describeDeclaration = (declaration: ModuleDeclaration): ModuleDescription => ({
  module: declaration.module,
  version: declaration.version,
  kind: KINDS.includes(declaration.kind as LearntKind) ? (declaration.kind as LearntKind) : "action",
  parameters: fieldsOfDeclaration(declaration.parameters),
  mapper: declaration.mapper === null ? null : fieldsOfDeclaration(declaration.mapper),
  output: Object.keys(declaration.output).length > 0 ? fieldsOfDeclaration(declaration.output) : undefined,
  exports: declaration.evidence.level === "observed" ? declaration.evidence.exports : 0,
});

function describeOnce(module: Module, version: number): ModuleDescription | undefined {
  const { source, type } = module;
  const metadata = isObject(source.metadata) ? source.metadata : {};
  const isAggregator = typeof valuesOf(module, "parameters").feeder === "number";
  const parameters = describePlace(module, "parameters", metadata, isAggregator);
  const mapper = describePlace(module, "mapper", metadata, isAggregator);
  const { interface: output } = metadata;
  const isDescribed = Object.values(LISTS).some((list) => Array.isArray(metadata[list])) || Array.isArray(output);
  if (!isDescribed && parameters.size + mapper.size === 0) return undefined;
  return {
    module: type,
    version,
    kind: isAggregator ? "aggregator" : kindOf(module, parameters, output),
    // Old triggers have their settings described where other modules have what is mapped.
    parameters: withSettings(parameters, new Map([...mapper].filter(([key]) => isSetting(module, key)))),
    mapper: source.mapper === null ? null : new Map([...mapper].filter(([key]) => !isSetting(module, key))),
    output: Array.isArray(output)
      ? new Map([...fieldsOfList(output)].map(([key, field]) => [key, asOutput(field)]))
      : undefined,
    exports: 0,
  };
}

/** That a field of an output must be given says nothing. */
const asOutput = (field: LearntField): LearntField => ({ ...field, required: false });

const withSettings = (parameters: LearntFields, settings: LearntFields): LearntFields => {
  const both = new Map(parameters);
  for (const [key, field] of settings) {
    const there = both.get(key);
    both.set(key, there ? joinField(there, field) : field);
  }
  return both;
};

const isSetting = (module: Module, key: string): boolean =>
  Object.hasOwn(valuesOf(module, "parameters"), key) && !Object.hasOwn(valuesOf(module, "mapper"), key);

function valuesOf({ source }: Module, place: Place): Readonly<Record<string, unknown>> {
  const values = source[place];
  return isObject(values) ? values : {};
}

/** Written by the flow itself. */
const FLOWS_OWN: ReadonlySet<string> = new Set(["feeder", "target"]);

function describePlace(
  module: Module,
  place: Place,
  metadata: Readonly<Record<string, unknown>>,
  isAggregator: boolean,
): LearntFields {
  const values = valuesOf(module, place);
  const list = metadata[LISTS[place]];
  const fields = new Map<string, LearntField>();
  if (Array.isArray(list)) {
    for (const [key, field] of fieldsOfList(list)) {
      const value = valueAt(module, key, place);
      fields.set(key, relax({ ...field, type: widen(field.type, value) }, value));
    }
  }
  // A connection is too much part of a module to be left to chance. Of other keys, the description is the authority.
  const guessable = Object.keys(values).filter(
    (key) => isUsableKey(key) && !fields.has(key) && (!Array.isArray(list) || isConnection(key)),
  );
  for (const key of guessable) {
    const field = guessField(key, connectionType(metadata, key) ?? appOf(module.type));
    fields.set(key, { ...field, required: isGiven(field.type, values[key]) });
  }
  if (isAggregator) for (const key of FLOWS_OWN) fields.delete(key);
  return fields;
}

const isConnection = (key: string): boolean => key === "__IMTCONN__" || key === "__IMTHOOK__";

/** A key is looked for in its own place first. */
function valueAt(module: Module, key: string, place: Place): unknown {
  const [here, there] = [valuesOf(module, place), valuesOf(module, place === "mapper" ? "parameters" : "mapper")];
  return Object.hasOwn(here, key) ? here[key] : Object.hasOwn(there, key) ? there[key] : undefined;
}

/** The type of a connection, which the editor keeps for itself. */
function connectionType(metadata: Readonly<Record<string, unknown>>, key: string): string | undefined {
  let found: unknown = metadata.restore;
  for (const step of ["parameters", key, "data", "connection"])
    found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  return typeof found === "string" && /^[^,]+$/u.test(found) ? found : undefined;
}

function kindOf(module: Module, parameters: LearntFields, output: unknown): LearntKind {
  const name = module.type.slice(module.type.indexOf(":") + 1);
  const hasHook = [...parameters.values()].some(({ type }) => type.kind === "resource" && type.resource === "hook");
  const isNamed = /^(?:trigger|watch)/iu.test(name);
  // A trigger has settings, and nothing that could be mapped: nothing ran before it. A step that happens to stand first
  // is a step still. Of copied modules nobody knows what stood before them.
  const isFirst = module.flow.kind === "main" && module.position === 0;
  const isCopied = rootOf(module.flow).pointer.startsWith("/subflows");
  const hasMapped = Object.keys(valuesOf(module, "mapper")).length > 0;
  if (isFirst && (isNamed || (!hasMapped && (hasHook || !isCopied))))
    return hasHook ? "instant trigger" : "polling trigger";
  const counts = Array.isArray(output) && output.some((field) => isObject(field) && field.name === "__IMTLENGTH__");
  return counts || /^(?:action)?(?:search|list)/iu.test(name) ? "search" : "action";
}

function rootOf(flow: Flow): Flow {
  let root = flow;
  while (root.owner) root = root.owner.flow;
  return root;
}

/**
 * From the narrowest to the widest. A module that is seen first in one scenario and in the middle of another one is an
 * action: a scenario may begin with one, while nothing but a beginning may be a trigger.
 */
const KINDS: readonly LearntKind[] = ["polling trigger", "instant trigger", "action", "search", "aggregator"];

function joinModules(a: ModuleDescription, b: ModuleDescription): ModuleDescription {
  const output = a.output && b.output ? agreedFields(a.output, b.output) : (a.output ?? b.output);
  return {
    module: a.module,
    version: a.version,
    kind: KINDS[Math.max(KINDS.indexOf(a.kind), KINDS.indexOf(b.kind))] as LearntKind,
    parameters: joinPlace(a.parameters, b.parameters),
    mapper: a.mapper && b.mapper ? joinPlace(a.mapper, b.mapper) : (a.mapper ?? b.mapper),
    output,
    exports: Math.max(a.exports, b.exports),
  };
}

/** What is described goes before what is guessed of the same place. */
function joinPlace(a: LearntFields, b: LearntFields): LearntFields {
  if (isGuess(a) === isGuess(b)) return joinFields(a, b);
  const [described, guessed] = isGuess(a) ? [b, a] : [a, b];
  return new Map(
    [...described].map(([key, field]) => {
      const guess = guessed.get(key);
      return [key, guess ? joinField(field, guess) : { ...field, required: false }];
    }),
  );
}

const isGuess = (fields: LearntFields): boolean =>
  [...fields].every(([key, { guessed }]) => guessed || isConnection(key));

/** Asks only for what an export has, too. */
const relaxModule = (description: ModuleDescription, module: Module): ModuleDescription => ({
  ...description,
  parameters: relaxPlace(description.parameters, module, "parameters"),
  mapper: description.mapper && relaxPlace(description.mapper, module, "mapper"),
});

const relaxPlace = (fields: LearntFields, module: Module, place: Place): LearntFields =>
  new Map([...fields].map(([key, field]) => [key, relax(field, valueAt(module, key, place))]));
