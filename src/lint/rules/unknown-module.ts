import { connectedModules } from "../../model/connected-modules.ts";
import { modulePlace } from "../../model/module-place.ts";
import { appOf } from "../../model/scenario.ts";
import { nearest } from "../../util/nearest.ts";
import { FABRICATED_MODULES } from "../fabricated-modules.ts";
import { defineRule } from "../rule.ts";

/** A module that its app is not known to have. No catalogue is complete, so this is a hint and no more. */
export const unknownModule = defineRule({
  id: "unknown-module",
  category: "configuration",
  summary: "A module is not among the known ones of its app",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    unknown: (d: { type: string; app: string }) => `\`${d.type}\` is not among the known modules of \`${d.app}\``,
  },

  check({ scenario, catalog, report }) {
    const apps = new Set(catalog.modules.map(({ module }) => appOf(module)));
    for (const { type, ...module } of connectedModules(scenario)) {
      const app = appOf(type);
      if (!apps.has(app) || catalog.find(type) !== undefined || FABRICATED_MODULES.has(type)) continue;
      const [meant] = nearest(
        type,
        catalog.modules.map((declaration) => declaration.module),
      );
      report("unknown", {
        at: modulePlace({ type, ...module }),
        data: { type, app },
        help:
          meant === undefined
            ? "Check the name against an export from your own account"
            : `Did you mean \`${meant}\`? If not, check the name against an export from your own account`,
      });
    }
  },
});
