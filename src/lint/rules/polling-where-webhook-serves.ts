import { describeModule, modulePlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** Modules that ask a service for what is new, and the trigger of the same app that is told of the same thing. */
const INSTANT: ReadonlyMap<string, string> = new Map([
  ["telegram:GetUpdates", "telegram:WatchUpdates"],
  ["typeform:ListResponses", "typeform:WatchEventsWithResponses"],
  ["typeform:WatchResponses", "typeform:WatchEventsWithResponses"],
]);

/** A scenario that begins by asking a service what is new, though the service could tell it. */
export const pollingWhereWebhookServes = defineRule({
  id: "polling-where-webhook-serves",
  category: "cost",
  summary: "A service is asked again and again for what it could tell by itself",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    asks: (d: { trigger: string }) =>
      `\`${d.trigger}\` costs a credit each time it asks, also when there is nothing new`,
  },

  check({ scenario, catalog, report }) {
    const trigger = scenario.flows[0]?.modules[0];
    const instant = trigger && catalog.find(INSTANT.get(trigger.type) ?? "");
    if (scenario.isFragment || trigger === undefined || instant === undefined) return;
    report("asks", {
      at: modulePlace(trigger),
      data: { trigger: describeModule(trigger) },
      help: `Start with ${instant.label} (\`${instant.module}\`): it runs only when something happened`,
    });
  },
});
