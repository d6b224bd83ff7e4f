import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";
import { isResponse } from "../webhook-responses.ts";

/** A webhook response in a scenario that no request has started. */
export const responseWithoutWebhook = defineRule({
  id: "response-without-webhook",
  category: "configuration",
  summary: "A webhook response stands in a scenario that does not start with a custom webhook",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    nobody: (d: { module: string; first: string }) =>
      `\`${d.module}\` answers a request, but the scenario starts with \`${d.first}\``,
  },

  check({ scenario, report }) {
    if (scenario.isFragment) return;
    const first = scenario.flows[0]?.modules[0];
    if (first === undefined || first.type === "gateway:CustomWebHook") return;
    for (const module of connectedModules(scenario)) {
      if (!isResponse(module)) continue;
      report("nobody", {
        at: modulePlace(module),
        data: { module: describeModule(module), first: describeModule(first) },
        help: "Start the scenario with Custom webhook, or remove the response",
        related: module === first ? [] : [{ message: "What starts the scenario", at: modulePlace(first) }],
      });
    }
  },
});
