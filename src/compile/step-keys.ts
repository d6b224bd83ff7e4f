import { type Module, previous, type Scenario } from "../model/scenario.ts";

/**
 * What a module is recognized by when a scenario is compiled again: its name on the canvas, or, where it has none, its
 * place under a module that has one. Two modules of a file may share a name; later ones are numbered. What is `known`
 * under a key already keeps it, whatever its name is now.
 */
export function stepKeys(
  scenario: Scenario,
  known: ReadonlyMap<Module, string> = new Map(),
): ReadonlyMap<Module, string> {
  const keys = new Map<Module, string>();
  const taken = new Set(known.values());
  const counts = new Map<string, number>();
  for (const module of scenario.modules) {
    const key = known.get(module) ?? free(module.name ?? `${placeOf(module, keys)} › ${module.type}`);
    taken.add(key);
    keys.set(module, key);
  }
  return keys;

  function free(base: string): string {
    let key = base;
    let count = counts.get(base) ?? 1;
    while (taken.has(key)) key = `${base} #${++count}`;
    counts.set(base, count);
    return key;
  }
}

/** Where a module without a name stands: by a module that comes earlier in reading order. */
function placeOf(module: Module, keys: ReadonlyMap<Module, string>): string {
  const { flow, position } = module;
  const before = previous(module);
  // A merge belongs to the if-else in front of it.
  if (before !== undefined && before.branches.length > 0) return `${keys.get(before)} › behind`;
  if (flow.owner === undefined) return flow.kind;
  // Directives end a flow: counting from the end keeps them when steps are put in front.
  return `${keys.get(flow.owner)} › ${flow.kind} ${flow.index} from end ${flow.modules.length - 1 - position}`;
}

/** Whether a module is recognized by its place under the module with a key. */
export const isUnder = (key: string, owner: string): boolean => key.startsWith(`${owner} › `);
