// How often modules run within one run of the scenario, and how long it has waited until then.

import { type Module, previous, type Scenario } from "../model/scenario.ts";
import { feederOf } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";

export interface Waiting {
  /** How many bundles repeaters make, at least; 1 without one. */
  readonly repeats: number;
  /** How many bundles may come, by repeaters and the limits of searches. */
  readonly most: number;
  /** Seconds that Sleep modules have waited when the module has run for its last bundle. */
  readonly waited: number;
}

const START: Waiting = { repeats: 1, most: 1, waited: 0 };

/** What is known of each module; a number that is mapped counts as if it did not wait or repeat. */
export function waitingOf(scenario: Scenario): ReadonlyMap<Module, Waiting> {
  const all = new Map<Module, Waiting>();
  for (const module of scenario.modules) {
    const before = beforeOf(module);
    const so: Waiting = (before && all.get(before)) ?? START;
    all.set(module, waitingAfter(module, so));
  }
  return all;

  function waitingAfter(module: Module, { repeats, most, waited }: Waiting): Waiting {
    // An aggregator makes one bundle of what its source began.
    const feeder = feederOf(module);
    const source = feeder === undefined ? undefined : scenario.find(feeder);
    if (source !== undefined) {
      const before = beforeOf(source);
      return { ...((before && all.get(before)) ?? START), waited };
    }
    const factor = module.type === "builtin:BasicRepeater" ? (numberIn(module, "repeats") ?? 1) : 1;
    const limit = numberIn(module, "limit") ?? 1;
    const seconds = sleepOf(module) ?? 0;
    return { repeats: repeats * factor, most: most * factor * Math.max(limit, 1), waited: waited + repeats * seconds };
  }
}

const beforeOf = (module: Module): Module | undefined => previous(module) ?? module.flow.owner;

/** The seconds that a Sleep waits; nothing for other modules, and when it is known only at run time. */
export const sleepOf = (module: Module): number | undefined =>
  isSleep(module) ? numberIn(module, "duration") : undefined;

export const isSleep = ({ type }: Module): boolean => type === "util:FunctionSleep";

function numberIn({ source }: Module, name: string): number | undefined {
  const { mapper, parameters } = source as { readonly mapper?: unknown; readonly parameters?: unknown };
  const given = (isObject(mapper) ? mapper[name] : undefined) ?? (isObject(parameters) ? parameters[name] : undefined);
  const value = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
