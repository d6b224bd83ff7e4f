import { settingPlace } from "../../model/setting-place.ts";
import { defineRule } from "../rule.ts";

/** Bundles are not kept in the history: who looks for the cause of a failure has nothing to look at. */
export const confidentialOn = defineRule({
  id: "confidential-on",
  category: "reliability",
  summary: "What went through a run is not kept, so a failed one can hardly be looked into",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    hidden: () => "The history keeps no bundles, so nobody can see what a failed run was given",
  },

  check({ scenario, report }) {
    if (scenario.isFragment || scenario.settings.confidential !== true) return;
    report("hidden", {
      at: settingPlace(scenario, "confidential"),
      help: 'Turn off "Data is confidential" unless the data must not be kept',
    });
  },
});
