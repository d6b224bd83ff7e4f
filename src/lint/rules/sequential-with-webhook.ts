import { describeModule, modulePlace } from "../../model/module-place.ts";
import { settingPlace } from "../../model/setting-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A webhook whose requests are worked off one after the other: they pile up behind a slow run or a stored error. */
export const sequentialWithWebhook = defineRule({
  id: "sequential-with-webhook",
  category: "reliability",
  summary: "Requests to a webhook wait for each other",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    blocked: (d: { trigger: string }) =>
      `All that \`${d.trigger}\` receives waits while an incomplete execution is not resolved`,
    queue: (d: { trigger: string }) => `All that \`${d.trigger}\` receives waits for the run before it`,
  },

  check({ scenario, catalog, report }) {
    const trigger = scenario.flows[0]?.modules[0];
    if (scenario.isFragment || trigger === undefined || scenario.settings.sequential !== true) return;
    if (kindOf(trigger, catalog) !== "instant trigger") return;
    report(scenario.settings.dlq === true ? "blocked" : "queue", {
      at: settingPlace(scenario, "sequential"),
      data: { trigger: describeModule(trigger) },
      help: "Turn off sequential processing unless the order of the requests matters",
      related: [{ message: "Requests come in here", at: modulePlace(trigger) }],
    });
  },
});
