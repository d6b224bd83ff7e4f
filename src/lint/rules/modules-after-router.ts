import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { next } from "../../model/scenario.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A module behind a router in the same flow. A flow ends with its router: what follows must be on a route. */
export const modulesAfterRouter = defineRule({
  id: "modules-after-router",
  category: "structure",
  summary: "A module stands behind a router instead of on one of its routes",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    after: (d: { module: string; router: string }) =>
      `\`${d.module}\` stands behind \`${d.router}\`, but a flow ends with its router`,
  },

  check({ scenario, catalog, report }) {
    for (const router of connectedModules(scenario)) {
      const module = next(router);
      if (module === undefined || kindOf(router, catalog) !== "router") continue;
      report("after", {
        at: modulePlace(module),
        data: { module: describeModule(module), router: describeModule(router) },
        help: "Move it, and all that follows it, onto a route of the router",
        related: [{ message: "The router", at: modulePlace(router) }],
      });
    }
  },
});
