import { connectedModules } from "../../model/connected-modules.ts";
import { mappings } from "../../model/mappings.ts";
import { mappingFix } from "../mapping-fix.ts";
import { defineRule } from "../rule.ts";
import { suspicionsIn } from "../suspicions.ts";

/** A mapping that Make can read, and that does not do what it seems to. */
export const suspiciousExpression = defineRule({
  id: "suspicious-expression",
  category: "expressions",
  summary: "A mapping can be read, but hardly does what its author meant",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    suspicious: (d: { problem: string }) => d.problem,
  },

  check({ scenario, customFunctions, report }) {
    for (const module of connectedModules(scenario)) {
      for (const text of mappings(module)) {
        for (const problem of suspicionsIn(text, { customFunctions })) {
          const { code, message, help, range } = problem;
          if (code === "unknown-function") continue;
          report("suspicious", {
            at: { ...text.place, range },
            data: { problem: message },
            ...(help !== undefined && { help }),
            fix: mappingFix(text, problem, { customFunctions }),
          });
        }
      }
    }
  },
});
