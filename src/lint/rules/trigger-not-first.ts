import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A trigger in the middle of a scenario, where nothing calls it. */
export const triggerNotFirst = defineRule({
  id: "trigger-not-first",
  category: "structure",
  summary: "A trigger is not the first module of its scenario",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    notFirst: (d: { module: string }) => `\`${d.module}\` starts scenarios and cannot stand in the middle of one`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (module.flow.kind === "main" && module.position === 0) continue;
      const kind = kindOf(module, catalog);
      if (kind !== "polling trigger" && kind !== "instant trigger" && kind !== "starter") continue;
      report("notFirst", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help: "Make it the first module, put it into a scenario of its own, or use a search instead",
      });
    }
  },
});
