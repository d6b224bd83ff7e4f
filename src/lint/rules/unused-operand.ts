import { findOperator } from "../../iml/operators.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { pointer } from "../../util/json-pointer.ts";
import { comparisons } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A value beside an operator that only asks whether another value exists. */
export const unusedOperand = defineRule({
  id: "unused-operand",
  category: "conditions",
  summary: "A condition carries a second value that its operator does not look at",
  severity: { recommended: "info", strict: "info" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    unused: (d: { operator: string }) => `\`${d.operator}\` looks at one value only and ignores this one`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const { o, b, pointer: comparison } of comparisons(module, catalog)) {
        // The editor leaves empty operands behind when someone changes the operator.
        if (typeof o !== "string" || findOperator(o)?.unary !== true || b === undefined || b === "") continue;
        const at = { pointer: pointer(comparison, "b") };
        report("unused", {
          at,
          data: { operator: o },
          help: "Remove `b`, or choose an operator that compares",
          fix: { safety: "safe", patch: [{ op: "remove", path: at.pointer }] },
        });
      }
    }
  },
});
