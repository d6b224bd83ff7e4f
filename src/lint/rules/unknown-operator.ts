import { findOperator, suggestOperator } from "../../iml/operators.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { pointer } from "../../util/json-pointer.ts";
import { comparisons } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A condition with an operator that Make does not know. It raises no error: the condition just never holds. */
export const unknownOperator = defineRule({
  id: "unknown-operator",
  category: "conditions",
  summary: "A condition uses an operator that Make does not know, and so never holds",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    missing: () => "This condition has no operator, so it never holds",
    unknown: (d: { operator: string }) => `Make has no operator \`${d.operator}\`, so the condition never holds`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const { o, pointer: comparison } of comparisons(module, catalog)) {
        const at = { pointer: pointer(comparison, "o") };
        if (typeof o !== "string") {
          report("missing", { at, help: "Set `o` to an operator, such as `text:equal`" });
        } else if (findOperator(o) === undefined) {
          const meant = suggestOperator(o);
          report("unknown", {
            at,
            data: { operator: o },
            ...(meant === undefined
              ? { help: "Use one of Make's, such as `text:equal`" }
              : {
                  help: `Did you mean \`${meant}\`?`,
                  fix: { safety: "suggested", patch: [{ op: "replace", path: at.pointer, value: meant }] },
                }),
          });
        }
      }
    }
  },
});
