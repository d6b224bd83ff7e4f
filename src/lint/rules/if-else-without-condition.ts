import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import { asksAnything } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A branch of an if-else that asks nothing. Make switches it off without a word. */
export const ifElseWithoutCondition = defineRule({
  id: "if-else-without-condition",
  category: "conditions",
  summary: "A branch of an if-else has no condition, so Make switches it off",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    asksNothing: (d: { branch: string }) => `${d.branch} has no condition, so it never runs`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const branch of module.branches) {
        if (branch.source?.type === "else" || asksAnything(branch.source?.conditions)) continue;
        report("asksNothing", {
          at: fieldPlace(module, "branches", branch.index, "conditions"),
          data: { branch: describeFlow(branch) },
          help: "Give it a condition, or make it the else branch",
        });
      }
    }
  },
});
