import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { asksAnything } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** An if-else with two else branches, or an else that asks something: what it would do is not defined. */
export const ifElseBadElse = defineRule({
  id: "if-else-bad-else",
  category: "conditions",
  summary: "An if-else has more than one else branch, or one with conditions",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    second: (d: { module: string }) => `\`${d.module}\` has more than one else branch`,
    conditional: (d: { module: string }) => `The else branch of \`${d.module}\` has conditions`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const elses = module.branches.filter((branch) => branch.source?.type === "else");
      const data = { module: describeModule(module) };
      for (const [position, branch] of elses.entries()) {
        if (position > 0) {
          report("second", {
            at: fieldPlace(module, "branches", branch.index, "type"),
            data,
            help: "Keep one, and give the others a condition: their `type` is `condition`",
          });
        }
        if (asksAnything(branch.source?.conditions)) {
          report("conditional", {
            at: fieldPlace(module, "branches", branch.index, "conditions"),
            data,
            help: "Remove the conditions, or make it a branch of `type` `condition`",
          });
        }
      }
    }
  },
});
