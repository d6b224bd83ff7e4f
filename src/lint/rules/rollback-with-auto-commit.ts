import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { onTheWay } from "../../model/on-the-way.ts";
import type { Module } from "../../model/scenario.ts";
import { settingPlace } from "../../model/setting-place.ts";
import { defineRule } from "../rule.ts";

/** A Rollback while each module commits at once: what stands before the module that failed stays changed. */
export const rollbackWithAutoCommit = defineRule({
  id: "rollback-with-auto-commit",
  category: "reliability",
  summary: "A Rollback comes too late, because every module commits at once",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    committed: (d: { rollback: string; module: string }) =>
      `\`${d.rollback}\` cannot take back what \`${d.module}\` did, because that is committed at once`,
  },

  check({ scenario, catalog, report }) {
    // The default is to commit at once. A fragment has no settings.
    if (scenario.isFragment || scenario.settings.autoCommit === false) return;
    const changed = onTheWay<Module | undefined>(scenario, undefined, (last, module) =>
      catalog.find(module.type, module.version)?.transactional ? module : last,
    );
    for (const rollback of connectedModules(scenario)) {
      if (rollback.type !== "builtin:Rollback" || !isInside(rollback, "handler")) continue;
      const module = changed.get(rollback);
      if (module === undefined) continue;
      report("committed", {
        at: modulePlace(rollback),
        data: { rollback: describeModule(rollback), module: describeModule(module) },
        help: 'Turn off "Auto commit" in the scenario settings: `metadata.scenario.autoCommit` is `false`, in TypeScript `autoCommit: false`',
        related: [
          { message: "What it did stays", at: modulePlace(module) },
          {
            message: "This setting decides",
            at: settingPlace(scenario, "autoCommit"),
          },
        ],
      });
    }
  },
});
