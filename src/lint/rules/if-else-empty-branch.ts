import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/**
 * A branch without modules. Make switches it off, so the next branch takes its bundles, and a merge waits for it in
 * vain. Only an else that leads nowhere may be empty.
 */
export const ifElseEmptyBranch = defineRule({
  id: "if-else-empty-branch",
  category: "structure",
  summary: "A branch of an if-else has no modules, so Make switches it off",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    passedOn: (d: { branch: string }) => `${d.branch} has no modules, so the branches after it take its bundles`,
    neverMerged: (d: { branch: string }) => `${d.branch} has no modules, so its bundles never reach the merge`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const branch of module.branches) {
        if (branch.modules.length > 0) continue;
        const isElse = branch.source?.type === "else";
        if (isElse && branch.source?.merge !== true) continue;
        report(isElse ? "neverMerged" : "passedOn", {
          at: fieldPlace(module, "branches", branch.index, "flow"),
          data: { branch: describeFlow(branch) },
          help: isElse
            ? "Add a module, such as Set variable with the value that the merge gives"
            : "Add a module, or remove the branch",
        });
      }
    }
  },
});
