import { findOperator } from "../../iml/operators.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { comparisons } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A comparison with only one side. */
export const missingOperand = defineRule({
  id: "missing-operand",
  category: "conditions",
  summary: "A condition compares with nothing",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    noLeft: (d: { operator: string }) => `\`${d.operator}\` has no value to look at`,
    noRight: (d: { operator: string }) => `\`${d.operator}\` has no value to compare with`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const { a, o, b, pointer } of comparisons(module, catalog)) {
        const operator = typeof o === "string" ? findOperator(o) : undefined;
        if (operator === undefined) continue;
        const place = { at: { pointer }, data: { operator: operator.code } };
        if (a === undefined) report("noLeft", { ...place, help: "Map the value to look at to `a`" });
        if (b === undefined && !operator.unary) {
          report("noRight", { ...place, help: 'Write the other value to `b`; for nothing at all it is `""`' });
        }
      }
    }
  },
});
