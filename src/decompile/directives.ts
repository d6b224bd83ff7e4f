// The end of an error route.

import * as builtin from "../catalog/apps/builtin.ts";
import type { Module } from "../model/scenario.ts";
import { viewpoint } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, callCode, objectCode } from "./code.ts";
import type { Context } from "./context.ts";
import { coerced } from "./expressions.ts";
import { createValues } from "./lift.ts";
import { Output } from "./output.ts";
import { isNothing } from "./same-meaning.ts";
import { fits, UNKNOWN } from "./type.ts";

/** The code of a directive; nothing for any other module, and for a directive that says more than one can. */
export function directiveCode(context: Context, module: Module): Code | undefined {
  const { type, version, source, handler, name } = module;
  const failing = failingOf(module);
  const isPlain = version === 1 && failing !== undefined && handler === undefined && name === undefined;
  if (!isPlain || !isNothing(source.parameters) || !isNothing(source.filter)) return undefined;
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
  return objectCode(
    Object.entries(mapper).map(([name, value]) => {
      const lifted = values.lift(value);
      const wanted = output?.use([name]) ?? UNKNOWN;
      const written = values.written(lifted);
      if (written) return { name, value: coerced(written, wanted, context.imports) };
      const plain = typeof lifted === "string" ? "string" : typeof lifted;
      const isFitting = wanted.kind === "unknown" || fits({ kind: plain } as typeof wanted, wanted);
      output?.expect([name], { kind: plain } as typeof wanted);
      const code = values.code(lifted);
      return { name, value: isFitting ? code : callCode([context.imports.use("raw"), ".value"], [code]) };
    }),
  );
}

function breakCode(mapper: unknown): { readonly name: string; readonly args: readonly Code[] } | undefined {
  if (!isObject(mapper) || Object.keys(mapper).some((key) => !["retry", "count", "interval"].includes(key)))
    return undefined;
  const { retry = true, count = 3, interval = 15 } = mapper;
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
