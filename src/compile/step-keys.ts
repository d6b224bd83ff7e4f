import type { Module, Scenario } from "../model/scenario.ts";

/**
 * What a module is recognized by when a scenario is compiled again: its name on the canvas, or, where it has none, its
 * place under a module that has one. Two modules of a file may share a name; later ones are numbered.
 */
export function stepKeys(scenario: Scenario): ReadonlyMap<Module, string> {
  const keys = new Map<Module, string>();
  const taken = new Map<string, number>();
  for (const module of scenario.modules) {
    const base = module.name ?? `${placeOf(module, keys)} › ${module.type}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    keys.set(module, count === 1 ? base : `${base} #${count}`);
  }
  return keys;
}

/** The module in front, or the one that the flow hangs on: both come earlier in reading order. */
function placeOf(module: Module, keys: ReadonlyMap<Module, string>): string {
  const { flow, position } = module;
  if (flow.owner === undefined) return `${flow.kind}`;
  const owner = keys.get(flow.owner) ?? "";
  // Directives end a flow: counting from the end keeps them when steps are put in front.
  return `${owner} › ${flow.kind} ${flow.index} from end ${flow.modules.length - 1 - position}`;
}
