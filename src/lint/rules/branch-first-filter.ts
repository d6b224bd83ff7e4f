import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import { isFilter } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A filter on the first module of a branch, which Make may delete: the branch has a condition already. */
export const branchFirstFilter = defineRule({
  id: "branch-first-filter",
  category: "conditions",
  summary: "The first module of an if-else branch has a filter, which Make may delete",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    mayVanish: (d: { branch: string }) => `${d.branch} begins with a filter, which Make may delete`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const { flow, position, source } = module;
      if (flow.kind !== "branch" || position > 0 || !isFilter(source.filter)) continue;
      report("mayVanish", {
        at: fieldPlace(module, "filter"),
        data: { branch: describeFlow(flow) },
        help:
          flow.source?.type === "else"
            ? "Write it as a branch with that condition"
            : "Move it into the conditions of the branch",
      });
    }
  },
});
