import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** An error handler on a router or a directive: neither can fail, and Make takes no handler there. */
export const handlerOnRouter = defineRule({
  id: "handler-on-router",
  category: "structure",
  summary: "A router or an error directive has an error handler",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    router: (d: { module: string }) => `\`${d.module}\` is a router, which cannot have an error handler`,
    directive: (d: { module: string }) => `\`${d.module}\` is an error directive, which cannot have an error handler`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const kind = kindOf(module, catalog);
      if (module.handler === undefined || (kind !== "router" && kind !== "directive")) continue;
      report(kind, {
        at: { ...fieldPlace(module, "onerror"), key: true },
        data: { module: describeModule(module) },
        help: "Move it to the module whose errors it is for",
      });
    }
  },
});
