import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { isHook, missingFields } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** An instant trigger without a webhook: there is no address at which anything could arrive. */
export const hookNotSet = defineRule({
  id: "hook-not-set",
  category: "configuration",
  summary: "An instant trigger has no webhook, so that nothing can start it",
  severity: { recommended: "info", strict: "error", publish: "off" },
  since: "0.1.0",

  messages: {
    missing: (d: { module: string }) => `\`${d.module}\` has no webhook at which anything could arrive`,
  },

  check({ scenario, catalog, report }) {
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      for (const filled of missingFields(module, catalog)) {
        if (!isHook(filled.field)) continue;
        const { path } = filled;
        report("missing", {
          at: fieldPlace(module, ...path),
          data: { module: describeModule(module) },
          help: `Create a webhook in the module's form, or set \`${path.join(".")}\` to the id of one that no other scenario uses`,
        });
      }
    }
  },
});
