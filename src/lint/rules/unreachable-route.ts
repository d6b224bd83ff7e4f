import { findOperator } from "../../iml/operators.ts";
import { hasMapping } from "../../iml/scan.ts";
import { fieldPlace } from "../../model/module-place.ts";
import type { Flow, Module, Scenario } from "../../model/scenario.ts";
import { feederOf } from "../../model/visibility.ts";
import { asText } from "../../util/as-text.ts";
import { decisions, type PlacedComparison, type PlacedGroup } from "../comparisons.ts";
import { ConditionFacts, turned } from "../condition-facts.ts";
import { defineRule } from "../rule.ts";
import { whereSome } from "../where-some.ts";

// A bundle that gets somewhere has passed every filter on its way, and a mapping gives the same wherever the bundle is. So
// a filter further down that asks for the opposite lets none through.

/** A filter that asks for what an earlier one on the same way has ruled out. */
export const unreachableRoute = defineRule({
  id: "unreachable-route",
  category: "conditions",
  summary: "A filter asks for what an earlier one on the same way rules out, so no bundle passes",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    never: (d: { value: string; earlier: string }) =>
      `No bundle passes: \`${d.value}\` is always \`${d.earlier}\` here, which an earlier condition asks for`,
  },

  concerns: whereSome((module) => decisions(module).length > 0),
  check({ scenario, report }) {
    const way = new Way(scenario, (module, branch, groups) => {
      const found = groups.map((group) => way.rulesOut(group));
      const [first] = found;
      if (first === undefined || found.includes(undefined)) return;
      report("never", {
        at:
          groups.length === 1
            ? { pointer: first.comparison.pointer }
            : branch === undefined
              ? fieldPlace(module, "filter", "conditions")
              : fieldPlace(module, "branches", branch.index, "conditions"),
        data: { value: asText(first.comparison.a), earlier: shown(first.by) },
        help: "Ask for something else, or move the module to a way on which this can be",
        related: [{ message: "This condition rules it out", at: { pointer: first.by.pointer } }],
      });
    });
    for (const flow of scenario.flows) way.through(flow);
  },
});

const shown = ({ o, b }: PlacedComparison): string => (b === undefined ? asText(o) : `${asText(o)} ${asText(b)}`);

type Visit = (module: Module, branch: Flow | undefined, groups: readonly PlacedGroup[]) => void;

/** What gives something else each time. */
const UNPREDICTABLE = /\b(?:random|uuid|now|timestamp)\b/;
/** Of one value, more conditions than these are not remembered. */
const MAX_CONDITIONS = 50;

/** Goes down every way through a scenario, and knows which conditions a bundle has passed by then. */
class Way {
  readonly #scenario: Scenario;
  readonly #visit: Visit;
  readonly #passed = new Map<string, PlacedComparison[]>();
  /** The values that were asked about, in order: what is undone on the way back. */
  readonly #log: string[] = [];

  constructor(scenario: Scenario, visit: Visit) {
    this.#scenario = scenario;
    this.#visit = visit;
  }

  through(flow: Flow): void {
    const start = this.#log.length;
    /** How many conditions were passed in front of a module of this flow. */
    const before = new Map<Module, number>();
    for (const module of flow.modules) {
      before.set(module, this.#log.length);
      const [filter = [], ...branches] = decisions(module);
      this.#pass(module, undefined, filter);
      for (const route of module.routes) this.through(route);
      for (const branch of module.branches) {
        const outside = this.#log.length;
        this.#pass(module, branch, branches[module.branches.indexOf(branch)] ?? []);
        this.through(branch);
        this.#undo(outside);
      }
      for (const tool of module.tools) this.through(tool);
      if (module.handler) this.through(module.handler);
      // What an aggregator gives, it also gives when no bundle got as far as this.
      const feeder = feederOf(module);
      const source = feeder === undefined ? undefined : this.#scenario.find(feeder);
      if (feeder !== undefined) this.#undo((source && before.get(source)) ?? 0);
    }
    this.#undo(start);
  }

  /** The condition of a group that cannot hold here, and the one that was passed and rules it out. */
  rulesOut(group: PlacedGroup): { comparison: PlacedComparison; by: PlacedComparison } | undefined {
    const comparisons = group.comparisons.map(turned);
    const own = new Set(comparisons);
    const known = new Map<string, ConditionFacts>();
    for (const comparison of comparisons) {
      const value = askedValue(comparison);
      const passed = value === undefined ? undefined : this.#passed.get(value);
      if (value === undefined || passed === undefined || passed.length === 0) continue;
      const facts = known.get(value) ?? factsOf(passed);
      known.set(value, facts);
      const by = addTo(facts, comparison);
      if (by !== undefined) return own.has(by) ? undefined : { comparison, by };
    }
    return undefined;
  }

  #pass(module: Module, branch: Flow | undefined, groups: readonly PlacedGroup[]): void {
    if (groups.length === 0) return;
    this.#visit(module, branch, groups);
    const [only, ...others] = groups;
    // Of alternatives, nobody knows which one holds.
    if (only === undefined || others.length > 0) return;
    for (const comparison of only.comparisons.map(turned)) {
      const value = askedValue(comparison);
      if (value === undefined) continue;
      const passed = this.#passed.get(value) ?? [];
      if (passed.length >= MAX_CONDITIONS) continue;
      passed.push(comparison);
      this.#passed.set(value, passed);
      this.#log.push(value);
    }
  }

  #undo(length: number): void {
    for (const value of this.#log.splice(length)) this.#passed.get(value)?.pop();
  }
}

/** The mapping that a condition looks at, where it gives the same every time. */
function askedValue({ a, b }: PlacedComparison): string | undefined {
  if (typeof a !== "string" || !hasMapping(a)) return undefined;
  return UNPREDICTABLE.test(a) || UNPREDICTABLE.test(asText(b)) ? undefined : a;
}

function factsOf(comparisons: readonly PlacedComparison[]): ConditionFacts {
  const facts = new ConditionFacts();
  for (const comparison of comparisons) addTo(facts, comparison);
  return facts;
}

function addTo(facts: ConditionFacts, comparison: PlacedComparison): PlacedComparison | undefined {
  const operator = typeof comparison.o === "string" ? findOperator(comparison.o) : undefined;
  return operator && facts.add(comparison, operator);
}
