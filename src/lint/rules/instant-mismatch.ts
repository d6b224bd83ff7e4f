import { describeModule, modulePlace } from "../../model/module-place.ts";
import { pointer } from "../../util/json-pointer.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** `metadata.instant` says something else than the first module: it is true just where a webhook or mailhook starts. */
export const instantMismatch = defineRule({
  id: "instant-mismatch",
  category: "reliability",
  summary: "The blueprint says of its trigger what is not so",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    scheduled: (d: { trigger: string }) =>
      `\`instant\` is true, but \`${d.trigger}\` runs on a schedule and is not started from outside`,
    instant: (d: { trigger: string }) => `\`instant\` is false, but \`${d.trigger}\` starts the scenario from outside`,
  },

  check({ scenario, catalog, report }) {
    const trigger = scenario.flows[0]?.modules[0];
    const { instant } = scenario.metadata;
    if (scenario.isFragment || trigger === undefined || typeof instant !== "boolean") return;
    const kind = kindOf(trigger, catalog);
    // A trigger that stands elsewhere has an error of its own.
    if (kind === undefined || (kind === "instant trigger") === instant) return;
    const path = pointer(scenario.metadataPointer, "instant");
    report(instant ? "scheduled" : "instant", {
      at: { pointer: path },
      data: { trigger: describeModule(trigger) },
      help: `Write \`${!instant}\`, or leave \`instant\` out: Make sees by the first module how a scenario starts`,
      fix: { safety: "safe", patch: [{ op: "replace", path, value: !instant }] },
      related: [{ message: "This starts the scenario", at: modulePlace(trigger) }],
    });
  },
});
