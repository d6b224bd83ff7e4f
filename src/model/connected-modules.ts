import { isInside } from "./is-inside.ts";
import type { Module, Scenario } from "./scenario.ts";

const cache = new WeakMap<Scenario, readonly Module[]>();

/** The modules that can run, in reading order: all but the chains that hang on nothing. */
export function connectedModules(scenario: Scenario): readonly Module[] {
  let modules = cache.get(scenario);
  if (modules === undefined) {
    modules = scenario.modules.filter((module) => !isInside(module, "orphan"));
    cache.set(scenario, modules);
  }
  return modules;
}
