import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A router with nowhere to go: every bundle ends there. */
export const routerWithoutRoutes = defineRule({
  id: "router-without-routes",
  category: "structure",
  summary: "A router has no routes",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    none: (d: { module: string }) => `\`${d.module}\` has no routes, so every bundle ends there`,
  },

  check({ scenario, catalog, report }) {
    // A router that is copied alone leaves its routes behind.
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "router" || module.routes.length > 0) continue;
      report("none", {
        at: fieldPlace(module, "routes"),
        data: { module: describeModule(module) },
        help: "Put what follows it into `routes`, or remove the router",
      });
    }
  },
});
