import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import { isObject } from "../../util/is-object.ts";
import { defineRule } from "../rule.ts";

/** A filter on the route itself. Make reads filters on modules only: the route is open. */
export const routeFilterMisplaced = defineRule({
  id: "route-filter-misplaced",
  category: "conditions",
  summary: "A filter stands on a route instead of on its first module, where Make ignores it",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    ignored: (d: { route: string }) => `${d.route} carries a filter that Make ignores`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const route of module.routes) {
        if (!isObject(route.source?.filter)) continue;
        report("ignored", {
          at: { ...fieldPlace(module, "routes", route.index, "filter"), key: true },
          data: { route: describeFlow(route) },
          help: "Move `filter` into the first module of the route",
        });
      }
    }
  },
});
