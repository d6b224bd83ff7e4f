import { findOperator } from "../../iml/operators.ts";
import { hasMapping } from "../../iml/scan.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { asText } from "../../util/as-text.ts";
import { decisions, type PlacedComparison } from "../comparisons.ts";
import { ConditionFacts, turned } from "../condition-facts.ts";
import { defineRule } from "../rule.ts";

/** Conditions joined with "and" of which one rules the other out: no bundle ever passes. */
export const contradictoryConditions = defineRule({
  id: "contradictory-conditions",
  category: "conditions",
  summary: "Two conditions that must both hold rule each other out, so no bundle passes",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    never: (d: { value: string; first: string; second: string }) =>
      `\`${d.value}\` is never \`${d.first}\` and \`${d.second}\` at once, so these conditions never hold`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const { comparisons } of decisions(module).flat()) {
        const known = new Map<string, ConditionFacts>();
        for (const comparison of comparisons.map(turned)) {
          const operator = typeof comparison.o === "string" ? findOperator(comparison.o) : undefined;
          if (operator === undefined || typeof comparison.a !== "string" || !hasMapping(comparison.a)) continue;
          const facts = known.get(comparison.a) ?? new ConditionFacts();
          known.set(comparison.a, facts);
          const ruledOutBy = facts.add(comparison, operator);
          if (ruledOutBy === undefined) continue;
          report("never", {
            at: { pointer: comparison.pointer },
            data: { value: comparison.a, first: shown(ruledOutBy), second: shown(comparison) },
            help: "Put one of them into another group, where either may hold, or remove it",
            related: [{ message: "This condition rules it out", at: { pointer: ruledOutBy.pointer } }],
          });
          // The others of the group can only repeat it.
          break;
        }
      }
    }
  },
});

const shown = ({ o, b }: PlacedComparison): string => (b === undefined ? asText(o) : `${asText(o)} ${asText(b)}`);
