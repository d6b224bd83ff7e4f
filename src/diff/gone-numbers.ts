// The numbers of modules that are gone, in a drawing of both states. A number may have been given to another module
// since; in the mappings of what is gone it means the module that had it then.

import type { Module, Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { type ModuleWord, replaceInParameter } from "./references.ts";
import { replaceInData } from "./show-value.ts";

export interface Numbers {
  readonly of: (gone: Module) => number;
  /** What was named by a number before is named by another one now; nothing where all are the same. */
  readonly now: ModuleWord | undefined;
}

/** Gives each module that is gone a number that is free. */
export function numberGone(before: Scenario, after: Scenario, afterOf: ReadonlyMap<Module, Module>): Numbers {
  const taken = new Set(after.modules.map(({ id }) => id));
  const numbers = new Map<Module, number>();
  // Larger than any number that is shown: of a module with such a one, no number is.
  let next = Number.MAX_SAFE_INTEGER + 1;
  for (const module of before.modules) {
    if (afterOf.has(module)) continue;
    const isFree = !taken.has(module.id);
    numbers.set(module, isFree ? module.id : next);
    taken.add(module.id);
    if (!isFree) next += 2;
  }
  const numberOf = (module: Module): number => numbers.get(module) ?? afterOf.get(module)?.id ?? module.id;
  const isSame = before.modules.every((module) => numberOf(module) === module.id);
  return {
    of: numberOf,
    now: isSame
      ? undefined
      : (id) => {
          const module = before.find(id);
          return String(module === undefined ? id : numberOf(module));
        },
  };
}

/** What a module that is gone says, with the numbers of now. */
export function renumbered(gone: Module, { of, now }: Numbers): Readonly<Record<string, unknown>> {
  const { source } = gone;
  if (now === undefined) return { ...source };
  const { parameters, mapper, filter } = source;
  return {
    ...source,
    id: of(gone),
    ...(isObject(parameters) ? { parameters: inParameters(parameters, now) } : {}),
    mapper: replaceInData(mapper, now),
    filter: replaceInData(filter, now),
  };
}

const inParameters = (parameters: object, word: ModuleWord): object =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, value]: [string, unknown]) => {
      const named = replaceInParameter(key, value, word);
      if (named === undefined) return [key, replaceInData(value, word)];
      return [key, typeof value === "number" ? Number(named) : named];
    }),
  );
