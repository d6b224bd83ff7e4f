// Steps are recognized by their names, so a step with another name would be a new one: another number, another place,
// and nothing of what the editor had. But when one step is gone and another one of the same kind is new, it was
// renamed; and of several, those are the same that stand beside the same step. What is still ambiguous stays new: a new
// number is a nuisance, while another step's number would mislead whoever compares.

import type { Module, Scenario } from "../model/scenario.ts";
import type { KnownSteps } from "./known-steps.ts";
import { isUnder, stepKeys } from "./step-keys.ts";

/** The keys of renamed steps from before they were renamed. `kindsOf` has a module's kind in each form that it takes. */
export function renamedSteps(
  scenario: Scenario,
  known: KnownSteps,
  kindsOf: (module: Module) => readonly string[],
): ReadonlyMap<Module, string> {
  const isOfKind = (module: Module, kind: string | undefined): boolean =>
    kind !== undefined && kindsOf(module).includes(kind);
  const renamed = new Map<Module, string>();
  let fresh: Module[] = [];
  for (const module of scenario.modules) {
    if (module.name === undefined || known.steps.has(module.name)) continue;
    const key = known.keyOfName.get(module.name);
    if (key !== undefined && isOfKind(module, known.steps.get(key)?.kind)) renamed.set(module, key);
    else fresh.push(module);
  }
  const present = new Set([...stepKeys(scenario).values(), ...renamed.values()]);
  const kinds = new Set(fresh.flatMap(kindsOf));
  let gone = known.order.filter((key) => kinds.has(known.steps.get(key)?.kind ?? "") && !present.has(key));
  // Who is recognized is a neighbour by which others may be.
  while (fresh.length > 0 && gone.length > 0) {
    const alone = onlyOnes(aloneOfTheirKind(gone, fresh));
    const sure = alone.length > 0 ? alone : onlyOnes(withSameNeighbour(gone, fresh));
    if (sure.length === 0) break;
    for (const [key, module] of sure) renamed.set(module, key);
    const done = new Set(renamed.values());
    gone = gone.filter((key) => !done.has(key));
    fresh = fresh.filter((module) => !renamed.has(module));
  }
  return renamed;

  function aloneOfTheirKind(keys: readonly string[], modules: readonly Module[]): readonly Link[] {
    const keysOf = grouped(keys, (key) => [known.steps.get(key)?.kind ?? ""]);
    const modulesOf = grouped(modules, kindsOf);
    return [...keysOf].flatMap(([kind, [key, ...otherKeys]]): readonly Link[] => {
      const [module, ...otherModules] = modulesOf.get(kind) ?? [];
      const isAlone = otherKeys.length === 0 && otherModules.length === 0;
      return isAlone && key !== undefined && module !== undefined ? [[key, module]] : [];
    });
  }

  function withSameNeighbour(keys: readonly string[], modules: readonly Module[]): readonly Link[] {
    const before = neighbours(known.order);
    const now = stepKeys(scenario, renamed);
    const after = neighbours([...now.values()]);
    const behind = new Map(keys.map((key) => [before.get(key)?.[0], key]));
    const inFrontOf = new Map(keys.map((key) => [before.get(key)?.[1], key]));
    return modules.flatMap((module): readonly Link[] => {
      const [left, right] = after.get(now.get(module) ?? "") ?? [];
      return [...new Set([behind.get(left), inFrontOf.get(right)])].flatMap((key): readonly Link[] =>
        key !== undefined && isOfKind(module, known.steps.get(key)?.kind) ? [[key, module]] : [],
      );
    });
  }
}

/** What may be the same step. */
type Link = readonly [key: string, module: Module];

/** The links whose ends have no other link. */
function onlyOnes(links: readonly Link[]): readonly Link[] {
  const ofKeys = grouped(links, ([key]) => [key]);
  const ofModules = grouped(links, ([, module]) => [module]);
  return links.filter(([key, module]) => ofKeys.get(key)?.length === 1 && ofModules.get(module)?.length === 1);
}

function grouped<Key, Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** What stands in front of each step and behind it, in reading order; a step's own directives do not count. */
function neighbours(keys: readonly string[]): ReadonlyMap<string, readonly [string | undefined, string | undefined]> {
  return new Map(
    keys.map((key, index) => {
      let behind = index + 1;
      while (isUnder(keys[behind] ?? "", key)) behind++;
      return [key, [keys[index - 1], keys[behind]]];
    }),
  );
}
