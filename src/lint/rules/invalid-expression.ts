import { connectedModules } from "../../model/connected-modules.ts";
import { mappings } from "../../model/mappings.ts";
import { mappingFix } from "../mapping-fix.ts";
import { defineRule } from "../rule.ts";

/** A mapping that cannot be read: Make gives an error, or passes the text on as it stands. */
export const invalidExpression = defineRule({
  id: "invalid-expression",
  category: "expressions",
  summary: "A mapping is not written in Make's language",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    unreadable: (d: { problem: string }) => d.problem,
  },

  check({ scenario, customFunctions, report }) {
    for (const module of connectedModules(scenario)) {
      for (const text of mappings(module)) {
        for (const problem of text.problems) {
          const { message, help, range } = problem;
          report("unreadable", {
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
