import { type FilterOperator, findOperator } from "../../iml/operators.ts";
import { hasMapping } from "../../iml/scan.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { asText } from "../../util/as-text.ts";
import { decisions, type PlacedComparison, type PlacedGroup } from "../comparisons.ts";
import { ConditionFacts, turned } from "../condition-facts.ts";
import { defineRule } from "../rule.ts";

/** Conditions joined with "or" of which one holds whenever the other does not: every bundle passes. */
export const alternativesAlwaysHold = defineRule({
  id: "alternatives-always-hold",
  category: "conditions",
  summary: "One of two alternatives always holds, so every bundle passes",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    always: (d: { value: string; first: string; second: string }) =>
      `\`${d.value}\` is always \`${d.first}\` or \`${d.second}\`, so every bundle passes`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const groups of decisions(module)) {
        const known = new Map<string, ConditionFacts>();
        for (const { comparison, opposite } of groups.flatMap(alone)) {
          const value = asText(comparison.a);
          const facts = known.get(value) ?? new ConditionFacts();
          known.set(value, facts);
          // What never fails together with another one holds whenever that does not.
          const other = facts.add(comparison, opposite);
          if (other === undefined) continue;
          report("always", {
            at: { pointer: comparison.pointer },
            data: { value, first: shown(other), second: shown(comparison) },
            help: "Put both into one group, where both must hold, or remove one of them",
            related: [{ message: "This alternative holds whenever it does not", at: { pointer: other.pointer } }],
          });
          break;
        }
      }
    }
  },
});

/** The condition of a group that has but one, with the operator that says the opposite. */
function alone({ comparisons }: PlacedGroup) {
  const [comparison, ...others] = comparisons.map(turned);
  if (comparison === undefined || others.length > 0) return [];
  if (typeof comparison.a !== "string" || !hasMapping(comparison.a)) return [];
  const operator = typeof comparison.o === "string" ? findOperator(comparison.o) : undefined;
  const opposite = operator && oppositeOf(operator);
  return opposite === undefined ? [] : [{ comparison, opposite }];
}

/** Nothing for orders: what is no number is neither above nor below one. */
function oppositeOf({ code }: FilterOperator): FilterOperator | undefined {
  const parts = code.split(":");
  const at = parts.length === 1 ? 0 : 1;
  const name = parts[at] ?? "";
  if (/^(?:greater|less)/.test(name)) return undefined;
  return findOperator(parts.with(at, name.startsWith("not") ? name.slice("not".length) : `not${name}`).join(":"));
}

const shown = ({ o, b }: PlacedComparison): string => (b === undefined ? asText(o) : `${asText(o)} ${asText(b)}`);
