import type { Module, Scenario } from "./scenario.ts";

const cache = new WeakMap<Scenario, ReadonlyMap<string, Module>>();

/** The module that a place belongs to: the one at the pointer, or the innermost one around it. */
export function moduleAt(scenario: Scenario, pointer: string): Module | undefined {
  let modules = cache.get(scenario);
  if (modules === undefined) {
    modules = new Map(scenario.modules.map((module) => [module.pointer, module]));
    cache.set(scenario, modules);
  }
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const module = modules.get(pointer.slice(0, end));
    if (module !== undefined) return module;
  }
  return undefined;
}
