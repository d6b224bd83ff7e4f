import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** A module for which Make has a newer one. */
export const legacyModule = defineRule({
  id: "legacy-module",
  category: "configuration",
  summary: "A module is a legacy one, which Make has replaced",
  severity: { recommended: "off", strict: "off" },
  since: "0.1.0",

  messages: {
    replaced: (d: { module: string; by: string }) =>
      `\`${d.module}\` is a legacy module, which \`${d.by}\` has replaced`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const declaration = catalog.find(module.type, module.version);
      if (declaration?.replacedBy === undefined || declaration.version !== module.version) continue;
      report("replaced", {
        at: modulePlace(module),
        data: { module: describeModule(module), by: declaration.replacedBy },
        help: "Build new steps with the newer module; its fields and its output have other names",
      });
    }
  },
});
