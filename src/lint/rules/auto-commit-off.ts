import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { settingPlace } from "../../model/setting-place.ts";
import { defineRule } from "../rule.ts";

/** Changes wait for the end of the cycle, and no Rollback is there that this would be good for. */
export const autoCommitOff = defineRule({
  id: "auto-commit-off",
  category: "reliability",
  summary: "Changes are committed only at the end of a cycle, although no Rollback needs that",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    waits: (d: { module: string }) =>
      `What \`${d.module}\` changes is committed only at the end of the cycle, so a failure behind it may take it back`,
  },

  check({ scenario, catalog, report }) {
    if (scenario.isFragment || scenario.settings.autoCommit !== false) return;
    const modules = connectedModules(scenario);
    if (modules.some(({ type }) => type === "builtin:Rollback")) return;
    // The setting changes nothing for modules that take no part in transactions.
    const changing = modules.find(({ type, version }) => catalog.find(type, version)?.transactional);
    if (changing === undefined) return;
    report("waits", {
      at: settingPlace(scenario, "autoCommit"),
      data: { module: describeModule(changing) },
      help: 'Turn on "Auto commit", or add a Rollback where changes shall be taken back',
      related: [{ message: "Its change waits", at: modulePlace(changing) }],
    });
  },
});
