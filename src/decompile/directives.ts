// The end of an error route.

import * as builtin from "../catalog/apps/builtin.ts";
import type { Module } from "../model/scenario.ts";
import { viewpoint } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, callCode, dataCode, objectCode } from "./code.ts";
import type { Context } from "./context.ts";
import { coerced } from "./expressions.ts";
import { createValues } from "./lift.ts";
import { Output } from "./output.ts";
import { isNothing } from "./same-meaning.ts";
import { fits, STRING, type Type, UNKNOWN } from "./type.ts";

/** The code of a directive; nothing for any other module, and for a directive that says more than one can. */
export function directiveCode(context: Context, module: Module): Code | undefined {
  const { type, version, source, handler, name, routes, branches, tools } = module;
  const failing = failingOf(module);
  const isPlain = version === 1 && failing !== undefined && handler === undefined && name === undefined;
  const { parameters, filter, flags } = source;
  if (!isPlain || ![parameters, filter, flags, routes, branches, tools].every(isNothing)) return undefined;
  const { mapper } = source;
  const written = directiveFor(context, module, failing, type, isNothing(mapper) ? {} : mapper);
  if (written === undefined) return undefined;
  context.counts.modules.flow++;
  return callCode([context.imports.use("onError"), `.${written.name}`], written.args);
}

/** The module whose error route this stands in, at any depth. */
function failingOf({ flow }: Module): Module | undefined {
  for (let around = flow; around.owner !== undefined; around = around.owner.flow)
    if (around.kind === "handler") return around.owner;
  return undefined;
}

function directiveFor(
  context: Context,
  module: Module,
  failing: Module,
  type: string,
  mapper: unknown,
): { readonly name: string; readonly args: readonly Code[] } | undefined {
  if (type === "builtin:Resume") return { name: "resume", args: [substituteCode(context, module, failing, mapper)] };
  if (type === "builtin:Break") return breakCode(mapper);
  if (!isNothing(mapper)) return undefined;
  const names: Readonly<Record<string, string>> = {
    "builtin:Ignore": "ignore",
    "builtin:Commit": "commit",
    "builtin:Rollback": "rollback",
  };
  const name = names[type];
  return name === undefined ? undefined : { name, args: [] };
}

/** Substitute output has the type of what the failing module would have given. */
function substituteCode(context: Context, module: Module, failing: Module, mapper: unknown): Code {
  if (!isObject(mapper)) return "{}";
  const values = createValues(context, viewpoint(module));
  const output =
    module.flow.kind === "handler"
      ? context.outputOf(failing, (described) => new Output(UNKNOWN, { described }))
      : undefined;
  // What the step cannot give has no place in the type of its substitute; nor can a field be left out that every
  // object has.
  const names = Object.keys(mapper);
  if (output && (names.some((name) => output.use([name]) === undefined) || givesInherited(output)))
    return callCode([context.imports.use("raw"), ".value"], [dataCode(mapper)]);
  /** The type that the field of a value has in the end: of what nothing is known TypeScript is told that it is a text. */
  const settle = (name: string, type: Type): Type => {
    const given = output?.use([name]);
    if (output === undefined || given === undefined) return UNKNOWN;
    output.expect([name], type);
    return output.isOpen([name]) ? STRING : (output.use([name]) ?? given);
  };
  return objectCode(
    Object.entries(mapper).map(([name, value]) => {
      const lifted = values.lift(value);
      const written = values.written(lifted);
      if (written) return { name, value: coerced(written, settle(name, written.type), context.imports) };
      const plain = { kind: typeof lifted } as Type;
      const wanted = settle(name, plain);
      const isFitting = wanted.kind === "unknown" || (plain.kind !== "object" && fits(plain, wanted));
      return {
        name,
        value: isFitting ? values.code(lifted) : callCode([context.imports.use("raw"), ".value"], [dataCode(value)]),
      };
    }),
  );
}

/** Whether TypeScript knows a field of this name in every object: `constructor`, say. */
function givesInherited(output: Output): boolean {
  const type = output.use([]);
  return type?.kind === "fields" && [...type.fields.keys()].some((name) => name in {});
}

function breakCode(mapper: unknown): { readonly name: string; readonly args: readonly Code[] } | undefined {
  if (!isObject(mapper) || Object.keys(mapper).some((key) => !["retry", "count", "interval"].includes(key)))
    return undefined;
  const { retry = true, count = 3, interval = 15 } = mapper;
  if ([retry, count, interval].some((value) => typeof value === "object")) return undefined;
  const fields = builtin.breakAndRetry.declaration.mapper ?? {};
  const [attempts, minutes] = [count, interval].map(Number);
  const isWithin = [
    [attempts, fields.count?.spec],
    [minutes, fields.interval?.spec],
  ].every(([value, spec]) => {
    const { min = 1, max = 1 } = spec as { readonly min?: number; readonly max?: number };
    return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  });
  if (!isWithin || String(attempts) !== String(count) || String(minutes) !== String(interval)) return undefined;
  if (String(retry) === "false") return attempts === 3 && minutes === 15 ? { name: "store", args: [] } : undefined;
  if (String(retry) !== "true") return undefined;
  return {
    name: "retry",
    args: [
      objectCode([
        { name: "attempts", value: String(attempts) },
        { name: "everyMinutes", value: String(minutes) },
      ]),
    ],
  };
}
