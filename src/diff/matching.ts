// Which module is which. Numbers are the first evidence: a module keeps its own while it is edited. But a file that was
// written anew may have all modules renumbered, so the same question is answered a second time without looking at
// numbers, and the answer that leaves fewer differences is believed.

import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { type Content, contentsOf } from "./content.ts";
import { matchFlows } from "./match-flows.ts";
import { pairModules } from "./pair-modules.ts";

export interface Matching {
  readonly afterOf: ReadonlyMap<Module, Module>;
  readonly beforeOf: ReadonlyMap<Module, Module>;
  /** Which flow of the scenario after a flow of the scenario before has become. */
  readonly flowAfterOf: ReadonlyMap<Flow, Flow>;
  /** Whether two modules say the same of the same modules. */
  readonly isSame: (before: Module, after: Module) => boolean;
}

/** Finds out which module of one scenario is which of another one. */
export function matchScenarios(before: Scenario, after: Scenario): Matching {
  const contents = new Map([...contentsOf(before), ...contentsOf(after)]);
  const match = (trustsIds: boolean): Matching => {
    const { afterOf, beforeOf } = pairModules(before, after, contents, trustsIds);
    return {
      afterOf,
      beforeOf,
      flowAfterOf: matchFlows(before, after, afterOf),
      isSame: (a, b) => saysTheSame(contents.get(a), contents.get(b), afterOf),
    };
  };
  const byIds = match(true);
  const cost = costOf(byIds, before, after);
  if (cost === 0) return byIds;
  const byContent = match(false);
  return costOf(byContent, before, after) < cost ? byContent : byIds;
}

function saysTheSame(
  before: Content | undefined,
  after: Content | undefined,
  afterOf: ReadonlyMap<Module, Module>,
): boolean {
  if (before === undefined || before.text !== after?.text) return false;
  return before.names.every((named, index) => {
    const other = after.names[index];
    return typeof named === "number" ? named === other : afterOf.get(named) === other;
  });
}

/** How much would have to be told. */
function costOf({ afterOf, beforeOf, flowAfterOf, isSame }: Matching, before: Scenario, after: Scenario): number {
  let cost = 2 * (before.modules.length + after.modules.length - 2 * afterOf.size);
  for (const [a, b] of afterOf) {
    if (!isSame(a, b)) cost++;
    if (a.type !== b.type) cost++;
    if (flowAfterOf.get(a.flow) !== b.flow) cost++;
    const [inFront, nowInFront] = [a.flow.modules[a.position - 1], b.flow.modules[b.position - 1]];
    // What was put between two modules, or taken out, moves neither.
    if (inFront && nowInFront && afterOf.has(inFront) && beforeOf.has(nowInFront)) {
      if (afterOf.get(inFront) !== nowInFront) cost++;
    }
  }
  return cost;
}
