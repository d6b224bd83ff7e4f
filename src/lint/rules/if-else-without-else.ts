import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** An if-else without an else branch: bundles that fit no condition end there unnoticed. */
export const ifElseWithoutElse = defineRule({
  id: "if-else-without-else",
  category: "conditions",
  summary: "An if-else has no else branch",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    none: (d: { module: string }) =>
      `\`${d.module}\` has no else branch, so a bundle that fits no condition is dropped`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "if-else") continue;
      if (module.branches.some((branch) => branch.source?.type === "else")) continue;
      report("none", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help: "Add a branch of `type` `else`, even if it only says that nothing is to be done",
      });
    }
  },
});
