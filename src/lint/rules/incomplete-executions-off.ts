import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { settingPlace } from "../../model/setting-place.ts";
import { defineRule } from "../rule.ts";
import { writes } from "../writes.ts";

/** Modules write, nothing handles their errors, and failed runs are not stored: what was not written is gone. */
export const incompleteExecutionsOff = defineRule({
  id: "incomplete-executions-off",
  category: "reliability",
  summary: "A run that fails is not stored, so what it had still to write is lost",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    lost: (d: { module: string }) =>
      `When \`${d.module}\` fails, its bundle is lost, because failed runs are not stored`,
  },

  check({ scenario, catalog, report }) {
    if (scenario.isFragment || scenario.settings.dlq === true) return;
    const modules = connectedModules(scenario);
    // A Break handler without storage is an error of its own.
    if (modules.some(({ type }) => type === "builtin:Break")) return;
    const unsaved = modules.find((module) => isUnsaved(module) && writes(module, catalog) && canFail(module));
    if (unsaved === undefined) return;
    report("lost", {
      at: settingPlace(scenario, "dlq"),
      data: { module: describeModule(unsaved) },
      help: 'Turn on "Store incomplete executions": a failed run can then be mended and finished',
      related: [{ message: "It has no error handler either", at: modulePlace(unsaved) }],
    });

    function canFail(module: Module): boolean {
      return catalog.find(module.type, module.version)?.canFail ?? false;
    }
  },
});

/** Without an error handler, and not the first module: when that fails there is no bundle yet. */
const isUnsaved = (module: Module): boolean =>
  module.handler === undefined &&
  !isInside(module, "handler") &&
  !(module.flow.kind === "main" && module.position === 0);
