import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { filledFields } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** A list that is longer than its field takes, such as the 17th header of a webhook response. */
export const tooManyItems = defineRule({
  id: "too-many-items",
  category: "configuration",
  summary: "A list has more items than its field takes",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    many: (d: { module: string; label: string; count: number; max: number }) =>
      `\`${d.module}\` has ${d.count} items for “${d.label}”, which takes ${d.max} at most`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const filled of filledFields(module, catalog)) {
        const { value } = filled;
        if (!Array.isArray(value)) continue;
        const { label, maxItems: max } = filled.field;
        if (max === undefined || value.length <= max) continue;
        report("many", {
          at: fieldPlace(module, ...filled.path),
          data: { module: describeModule(module), label, count: value.length, max },
          help: `Leave ${value.length - max === 1 ? "one" : value.length - max} of them out`,
        });
      }
    }
  },
});
