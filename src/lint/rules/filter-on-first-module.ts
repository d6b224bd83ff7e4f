import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { isFilter } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A filter in front of the first module, where there is no bundle to look at yet. */
export const filterOnFirstModule = defineRule({
  id: "filter-on-first-module",
  category: "conditions",
  summary: "The first module has a filter, though no bundle exists before it",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    nothingToFilter: (d: { module: string }) => `\`${d.module}\` comes first, so its filter has no bundle to look at`,
  },

  check({ scenario, report }) {
    // A module that is copied with its filter stood behind others.
    if (scenario.isFragment) return;
    for (const { modules } of scenario.flows) {
      const [first] = modules;
      if (first === undefined || !isFilter(first.source.filter)) continue;
      report("nothingToFilter", {
        at: fieldPlace(first, "filter"),
        data: { module: describeModule(first) },
        help: "Move the filter to the module behind it",
      });
    }
  },
});
