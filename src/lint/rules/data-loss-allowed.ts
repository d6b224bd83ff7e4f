import { settingPlace } from "../../model/setting-place.ts";
import { defineRule } from "../rule.ts";

/** Incomplete executions are stored, but dropped once the storage is full. */
export const dataLossAllowed = defineRule({
  id: "data-loss-allowed",
  category: "reliability",
  summary: "Failed bundles are dropped once the storage for them is full",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    dropped: () => "Failed bundles are dropped without a word once the storage for incomplete executions is full",
  },

  check({ scenario, report }) {
    const { dlq, dataloss } = scenario.settings;
    // Where nothing is stored, there is nothing to run full.
    if (scenario.isFragment || dlq !== true || dataloss !== true) return;
    const at = settingPlace(scenario, "dataloss");
    report("dropped", {
      at,
      help: 'Turn off "Enable data loss": Make then stops the scenario instead, and nothing is lost',
      fix: { safety: "suggested", patch: [{ op: "replace", path: at.pointer, value: false }] },
    });
  },
});
