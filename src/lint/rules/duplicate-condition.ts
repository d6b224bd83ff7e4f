import { connectedModules } from "../../model/connected-modules.ts";
import { decisions, type PlacedComparison, type PlacedGroup } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A condition, or a whole group of them, that was copied and never changed. */
export const duplicateCondition = defineRule({
  id: "duplicate-condition",
  category: "conditions",
  summary: "The same condition is asked twice",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    condition: () => "This condition is in its group already",
    group: () => "These conditions are asked already, as another alternative",
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const groups of decisions(module)) {
        const alternatives = new Map<string, PlacedGroup>();
        for (const group of groups) {
          const asked = new Map<string, PlacedComparison>();
          for (const comparison of group.comparisons) {
            const key = keyOf(comparison);
            const first = asked.get(key);
            if (first === undefined) asked.set(key, comparison);
            else tell("condition", comparison.pointer, first.pointer);
          }
          const key = JSON.stringify([...asked.keys()].sort());
          const first = alternatives.get(key);
          if (first === undefined) alternatives.set(key, group);
          else if (asked.size > 0) tell("group", group.pointer, first.pointer);
        }
      }
    }

    function tell(message: "condition" | "group", pointer: string, first: string): void {
      report(message, {
        at: { pointer },
        help: "Ask for something else, or remove it",
        fix: { safety: "safe", patch: [{ op: "remove", path: pointer }] },
        related: [{ message: "Here it is for the first time", at: { pointer: first } }],
      });
    }
  },
});

const keyOf = ({ a, o, b }: PlacedComparison): string => JSON.stringify([a, o, b]);
