import type { Catalog } from "../catalog/catalog.ts";
import { onTheWay } from "../model/on-the-way.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { feederOf } from "../model/visibility.ts";
import { kindOf } from "./kind-of.ts";

/** A module that gives its bundles one by one to what follows, and the iteration that it stands in itself. */
export interface Iteration {
  readonly iterator: Module;
  readonly around: Iteration | undefined;
}

/**
 * The innermost iteration that each module runs in. Iterators and repeaters begin one; the aggregator that collects
 * their bundles, or those of a module before them, ends it.
 */
export function iterations(scenario: Scenario, catalog: Catalog): ReadonlyMap<Module, Iteration | undefined> {
  const order = new Map(scenario.modules.map((module, index) => [module, index]));
  const orderOf = (module: Module): number => order.get(module) ?? 0;
  return onTheWay<Iteration | undefined>(scenario, undefined, (iteration, module) => {
    const kind = kindOf(module, catalog);
    if (kind === "iterator") return { iterator: module, around: iteration };
    if (kind !== "aggregator") return iteration;
    const source = scenario.find(feederOf(module) ?? Number.NaN);
    return source && outside(iteration, (iterator) => orderOf(iterator) >= orderOf(source));
  });
}

/** The innermost iteration for which it is not so. */
function outside(iteration: Iteration | undefined, isEnded: (iterator: Module) => boolean): Iteration | undefined {
  let found = iteration;
  while (found !== undefined && isEnded(found.iterator)) found = found.around;
  return found;
}
