import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A router or if-else in a branch that is to be merged: its ways could not come together again. */
export const routerInMergingBranch = defineRule({
  id: "router-in-merging-branch",
  category: "structure",
  summary: "A branch that is to be merged branches again",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    branchesAgain: (d: { branch: string; module: string }) =>
      `${d.branch} is to be merged, but \`${d.module}\` splits it`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const { flow } = module;
      if (flow.kind !== "branch" || flow.source?.merge !== true) continue;
      const kind = kindOf(module, catalog);
      if (kind !== "router" && kind !== "if-else") continue;
      report("branchesAgain", {
        at: modulePlace(module),
        data: { branch: describeFlow(flow), module: describeModule(module) },
        help: "Move it behind the merge, or write its cases as further branches",
      });
    }
  },
});
