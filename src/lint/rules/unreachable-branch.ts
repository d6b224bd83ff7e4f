import { readNumber } from "../../iml/coerce.ts";
import { hasMapping } from "../../iml/scan.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import type { Flow, Module } from "../../model/scenario.ts";
import { asText } from "../../util/as-text.ts";
import { decisions, type PlacedComparison, type PlacedGroup } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

// An if-else tries its branches in order and takes the first that fits. So a branch never runs when an earlier one
// takes all of its bundles: it asks the same, or less.

/** A branch of an if-else behind one that takes all of its bundles. */
export const unreachableBranch = defineRule({
  id: "unreachable-branch",
  category: "conditions",
  summary: "A branch of an if-else never runs, because an earlier one takes all of its bundles",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    taken: (d: { branch: string; earlier: string }) =>
      `${d.branch} never runs, because ${d.earlier} takes all of its bundles`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      if (module.branches.length < 2) continue;
      const asked = new Asked();
      for (const branch of module.branches) {
        if (branch.source?.disabled === true) continue;
        const groups = groupsOf(module, branch);
        const takers = groups.map((group) => asked.takes(group));
        const taker = takers.find((flow) => flow !== undefined);
        if (taker !== undefined && takers.every((flow) => flow !== undefined)) {
          report("taken", {
            at: fieldPlace(module, "branches", branch.index, "conditions"),
            data: { branch: describeFlow(branch), earlier: nameOf(taker) },
            help: "Ask for something else, or put the branch that asks for more in front",
            related: [
              { message: "It takes the bundles first", at: fieldPlace(module, "branches", taker.index, "conditions") },
            ],
          });
        }
        for (const group of groups) asked.add(group, branch);
      }
    }
  },
});

/** The groups of a branch's conditions one of which must hold. A filter of the module itself stands before them. */
const groupsOf = (module: Module, branch: Flow): readonly PlacedGroup[] =>
  (decisions(module)[module.branches.indexOf(branch) + 1] ?? []).filter(({ comparisons }) => comparisons.length > 0);

/** The if-else itself was named already. */
const nameOf = ({ index, source }: Flow): string => `branch \`${asText(source?.label ?? index + 1)}\``;

interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
  readonly flow: Flow;
}

/** What earlier branches ask for. A new group is held against it in a few steps, however many branches there are. */
class Asked {
  readonly #groups = new Map<string, Flow>();
  /** For each value, the bound that lets most numbers through. */
  readonly #bounds = new Map<string, Bound>();

  add({ comparisons }: PlacedGroup, flow: Flow): void {
    const key = keyOf(comparisons);
    if (key !== undefined && !this.#groups.has(key)) this.#groups.set(key, flow);
    const [only] = comparisons;
    const limit = only && comparisons.length === 1 ? limitOf(only) : undefined;
    if (limit === undefined) return;
    const before = this.#bounds.get(limit.key);
    if (before === undefined || !isWithin(limit, before)) this.#bounds.set(limit.key, { ...limit, flow });
  }

  /** The earlier branch that takes every bundle for which these conditions hold. */
  takes({ comparisons }: PlacedGroup): Flow | undefined {
    const same = keyOf(comparisons);
    const whole = same === undefined ? undefined : this.#groups.get(same);
    if (whole !== undefined) return whole;
    for (const comparison of comparisons) {
      const key = keyOf([comparison]);
      const alone = key === undefined ? undefined : this.#groups.get(key);
      if (alone !== undefined) return alone;
      const limit = limitOf(comparison);
      const bound = limit && this.#bounds.get(limit.key);
      if (limit && bound && isWithin(limit, bound)) return bound.flow;
    }
    return undefined;
  }
}

/** What gives something else each time. */
const UNPREDICTABLE = /\b(?:random|uuid|now|timestamp)\b/;

/** The same for the same conditions in any order; nothing when they may come out otherwise the next time. */
function keyOf(comparisons: readonly PlacedComparison[]): string | undefined {
  const keys = comparisons.map(({ a, o, b }) => JSON.stringify([a, o, b]));
  return keys.some((key) => UNPREDICTABLE.test(key)) ? undefined : JSON.stringify([...new Set(keys)].sort());
}

interface Limit {
  /** The value that is limited, and from which side. */
  readonly key: string;
  readonly value: number;
  readonly inclusive: boolean;
}

/** `number:greater` and its like, with a fixed number. An upper limit is a lower one of the negative number. */
function limitOf({ a, o, b }: PlacedComparison): Limit | undefined {
  const [, order, inclusive] = /^number:(greater|less)(orequal)?$/.exec(asText(o)) ?? [];
  const value = readNumber(asText(b));
  if (order === undefined || value === undefined || typeof a !== "string" || !hasMapping(a)) return undefined;
  if (UNPREDICTABLE.test(a)) return undefined;
  return {
    key: `${order} ${a}`,
    value: order === "greater" ? value : -value,
    inclusive: inclusive !== undefined,
  };
}

/** Whether all numbers above one limit are above the other one as well. */
const isWithin = (limit: Limit, bound: Omit<Limit, "key">): boolean =>
  limit.value > bound.value || (limit.value === bound.value && (bound.inclusive || !limit.inclusive));
