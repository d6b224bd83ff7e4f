// A learnt field as a call of the functions that declare fields. The call is both run, for the declaration, and
// printed, for the file: the two cannot differ.

import type { AnyField, FieldBuilder, Fields } from "../catalog/field.ts";
import * as field from "../catalog/field.ts";
import { breaks, firstFit, group, hardLine, indent } from "../util/document.ts";
import { type Code, callCode, dataCode, objectCode, textCode } from "./code.ts";
import { GUESSED } from "./learnt-entry.ts";
import type { LearntField, LearntFields } from "./learnt-type.ts";

type Argument =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "field"; readonly call: FieldCall }
  | { readonly kind: "fields"; readonly calls: FieldCalls };

/** `field.text("Name").required()` */
export interface FieldCall {
  readonly builder: keyof typeof field;
  readonly args: readonly Argument[];
  readonly refinements: readonly (readonly ["required" | "optional"] | readonly ["as" | "describe", string])[];
}
export type FieldCalls = ReadonlyMap<string, FieldCall>;

type Refinements = FieldCall["refinements"];

const data = (value: unknown): Argument => ({ kind: "data", data: value });

/** The calls that declare the fields of a module: those of its parameters, and those of its mapper. */
export function moduleCalls(
  parameters: LearntFields,
  mapper: LearntFields,
): { readonly parameters: FieldCalls; readonly mapper: FieldCalls } {
  // Authors give both in one object.
  const [parameterNames = new Map(), mapperNames = new Map()] = chooseNames([parameters, mapper]);
  return { parameters: fieldCalls(parameters, parameterNames), mapper: fieldCalls(mapper, mapperNames) };
}

/** The calls that declare what a module gives. Nobody writes it, so that what could be left out does not matter. */
export const outputCalls = (fields: LearntFields): FieldCalls =>
  new Map([...fields].map(([key, learnt]) => [key, call(learnt, undefined, true)]));

const fieldCalls = (fields: LearntFields, names: ReadonlyMap<string, string>): FieldCalls =>
  new Map([...fields].map(([key, learnt]) => [key, call(learnt, names.get(key))]));

function call(learnt: LearntField, name: string | undefined, isOutput = false): FieldCall {
  const { type, label } = learnt;
  const plain = (builder: keyof typeof field, ...more: readonly Argument[]): FieldCall => ({
    builder,
    args: [data(label), ...more],
    refinements: isOutput ? [] : refinementsOf(learnt, name),
  });
  switch (type.kind) {
    case "number":
    case "integer":
    case "uinteger": {
      const { kind, ...bounds } = type;
      return plain(kind, ...(Object.keys(bounds).length > 0 ? [data(bounds)] : []));
    }
    case "select":
      if (type.multiple) return plain("selectMany", ...(type.options ? [data(type.options)] : []));
      return type.options ? plain("select", data(type.options)) : plain("remoteSelect");
    case "array":
      return plain("array", { kind: "field", call: call({ ...type.item, required: false }, undefined, isOutput) });
    case "collection": {
      const [names = new Map()] = isOutput ? [] : chooseNames([type.fields]);
      const calls = isOutput ? outputCalls(type.fields) : fieldCalls(type.fields, names);
      return plain("collection", { kind: "fields", calls });
    }
    case "resource":
      if (isOutput) return { ...plain("any"), args: [data(label)] };
      return { builder: type.resource, args: type.of.map(data), refinements: refinementsOf(learnt, name) };
    default:
      return plain(isOutput && type.kind === "filter" ? "any" : type.kind);
  }
}

function refinementsOf({ required, guessed, type }: LearntField, name: string | undefined): Refinements {
  const isResource = type.kind === "resource";
  return [
    ...(name === undefined ? [] : [["as", name] as const]),
    // What stands for something in the account is required unless one says otherwise.
    ...(required && !isResource ? [["required"] as const] : []),
    ...(!required && isResource ? [["optional"] as const] : []),
    ...(guessed ? [["describe", GUESSED] as const] : []),
  ];
}

/** What authors call a connection, a webhook, …, when its module has one of them. */
const RESOURCE_NAMES = {
  account: "connection",
  hook: "webhook",
  keychain: "key",
  dataStore: "dataStore",
  dataStructure: "dataStructure",
  scenarioId: "scenario",
} as const;

/**
 * The names of fields that cannot have the usual one, because another field has it: Make's key, or that with a word
 * behind it. Which field keeps its name does not depend on the order of the fields.
 */
function chooseNames(places: readonly LearntFields[]): readonly ReadonlyMap<string, string>[] {
  const taken = new Set<string>();
  const chosen = places.map(() => new Map<string, string>());
  const isResource = ({ type }: LearntField): boolean => type.kind === "resource";
  const visit = (wanted: boolean, choose: (key: string, learnt: LearntField) => string | undefined): void => {
    places.forEach((fields, place) => {
      const keys = [...fields.keys()].sort(
        (a, b) => Number(b.startsWith("__IMT")) - Number(a.startsWith("__IMT")) || (a < b ? -1 : 1),
      );
      for (const key of keys) {
        const learnt = fields.get(key) as LearntField;
        if (isResource(learnt) !== wanted) continue;
        const name = choose(key, learnt);
        if (name !== undefined) chosen[place]?.set(key, name);
      }
    });
  };
  const free = (base: string): string => {
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}${count}`;
    taken.add(name);
    return name;
  };
  visit(false, (key) => {
    const name = free(key);
    return name === key ? undefined : name;
  });
  visit(true, (key, { type }) => {
    if (type.kind !== "resource") return undefined;
    const usual = RESOURCE_NAMES[type.resource];
    if (!taken.has(usual)) {
      taken.add(usual);
      return undefined;
    }
    return free(key);
  });
  return chosen;
}

const BUILDERS: Readonly<Record<keyof typeof field, unknown>> = field;

/** Makes the fields. */
export const runCalls = (calls: FieldCalls): Fields =>
  Object.fromEntries([...calls].map(([key, fieldCall]) => [key, runCall(fieldCall)]));

function runCall({ builder, args, refinements }: FieldCall): AnyField {
  const given = args.map((argument) => {
    if (argument.kind === "data") return argument.data;
    return argument.kind === "field" ? runCall(argument.call) : runCalls(argument.calls);
  });
  const build = BUILDERS[builder] as (...given: readonly unknown[]) => unknown;
  return refinements.reduce<unknown>(
    (built, [method, argument]) => {
      const refine = (built as FieldBuilder<unknown, never>)[method] as (given?: string) => unknown;
      return refine(argument);
    },
    build(...given),
  ) as AnyField;
}

/** Prints the fields. */
export const callsCode = (calls: FieldCalls): Code =>
  objectCode(
    [...calls].map(([name, fieldCall]) => ({ name, value: fieldCode(fieldCall) })),
    calls.size > 1,
  );

function fieldCode({ builder, args, refinements }: FieldCall): Code {
  const written = args.map((argument) => {
    if (argument.kind === "fields") return callsCode(argument.calls);
    if (argument.kind === "field") return fieldCode(argument.call);
    return typeof argument.data === "string" ? textCode(argument.data) : dataCode(argument.data);
  });
  const refined = refinements.map(
    ([method, argument]): Code => (argument === undefined ? `.${method}()` : [`.${method}(`, textCode(argument), ")"]),
  );
  if (refined.length === 0) return callCode(`field.${builder}`, written);
  // A chain of calls stands on one line, or each of them on its own.
  const flat: Code = group([callCode(`field.${builder}`, written), ...refined]);
  const links = [callCode(`.${builder}`, written), ...refined];
  const chain: Code = ["field", indent(links.map((link): Code => [hardLine, link]))];
  return breaks(flat) ? chain : firstFit(flat, chain);
}
