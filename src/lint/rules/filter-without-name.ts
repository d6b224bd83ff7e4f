import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { isFilter } from "../comparisons.ts";
import { isEmpty } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** A filter that the canvas shows without a word on what it lets through. */
export const filterWithoutName = defineRule({
  id: "filter-without-name",
  category: "conditions",
  summary: "A filter has no name, so that the canvas does not say what it lets through",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    unnamed: (d: { module: string }) => `The filter before \`${d.module}\` has no name`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const { filter } = module.source;
      if (!isFilter(filter) || !isEmpty(filter?.name)) continue;
      report("unnamed", {
        at: fieldPlace(module, "filter", "name"),
        data: { module: describeModule(module) },
        help: "Name it after what it lets through, such as “Is paid”",
      });
    }
  },
});
