import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace, modulePlace } from "../../model/module-place.ts";
import { next } from "../../model/scenario.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** Branches that are to be merged, and no merge right behind their if-else. */
export const mergeMissing = defineRule({
  id: "merge-missing",
  category: "structure",
  summary: "Branches of an if-else are to be merged, but no merge follows it",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    missing: (d: { module: string }) => `Branches of \`${d.module}\` are to be merged, but no merge follows it`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const merging = module.branches.find((branch) => branch.source?.merge === true);
      if (merging === undefined) continue;
      const follower = next(module);
      if (follower && kindOf(follower, catalog) === "merge") continue;
      report("missing", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help: "Put a merge right behind it, or set `merge` of its branches to `false`",
        related: [
          { message: "This branch is to be merged", at: fieldPlace(module, "branches", merging.index, "merge") },
        ],
      });
    }
  },
});
