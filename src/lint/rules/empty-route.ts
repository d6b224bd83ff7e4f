import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** A route without a module: what goes down there does nothing. */
export const emptyRoute = defineRule({
  id: "empty-route",
  category: "structure",
  summary: "A route has no modules",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    empty: (d: { route: string }) => `${d.route} has no modules`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const route of module.routes) {
        if (route.modules.length > 0) continue;
        report("empty", {
          at: fieldPlace(module, "routes", route.index, "flow"),
          data: { route: describeFlow(route) },
          help: "Add a module to the route, or remove the route",
        });
      }
    }
  },
});
