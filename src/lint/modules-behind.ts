import { type Module, previous, type Scenario } from "../model/scenario.ts";

/** The modules that are one of these, or that a bundle reaches only by way of one of them. */
export function modulesBehind(scenario: Scenario, isOne: (module: Module) => boolean): ReadonlySet<Module> {
  const found = new Set<Module>();
  // In reading order, what a module hangs on and what stands before it come first.
  for (const module of scenario.modules) {
    const before = previous(module) ?? module.flow.owner;
    if (isOne(module) || (before !== undefined && found.has(before))) found.add(module);
  }
  return found;
}
