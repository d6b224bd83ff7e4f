import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { isFilter } from "../comparisons.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A filter in front of a router. It works, but readers look for filters behind one. */
export const filterOnRouter = defineRule({
  id: "filter-on-router",
  category: "conditions",
  summary: "A router is filtered itself, besides its routes",
  severity: { recommended: "off", strict: "off", publish: "error" },
  since: "0.1.0",

  messages: {
    filtered: (d: { module: string }) => `\`${d.module}\` has a filter of its own in front of all its routes`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "router" || !isFilter(module.source.filter)) continue;
      report("filtered", {
        at: fieldPlace(module, "filter"),
        data: { module: describeModule(module) },
        help: "Filter the routes, or the module before the router",
      });
    }
  },
});
