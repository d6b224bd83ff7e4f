import { connectedModules } from "../../model/connected-modules.ts";
import { mappings } from "../../model/mappings.ts";
import { mappingFix } from "../mapping-fix.ts";
import { defineRule } from "../rule.ts";
import { suspicionsIn } from "../suspicions.ts";

/** A mapping that calls a function which Make does not have. The organization may have made it, so it is a warning. */
export const unknownFunction = defineRule({
  id: "unknown-function",
  category: "expressions",
  summary: "A mapping calls a function that is not built into Make",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    unknown: (d: { problem: string }) => d.problem,
  },

  check({ scenario, customFunctions, report }) {
    for (const module of connectedModules(scenario)) {
      for (const text of mappings(module)) {
        for (const problem of suspicionsIn(text, { customFunctions })) {
          const { code, message, help, range } = problem;
          if (code !== "unknown-function") continue;
          report("unknown", {
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
