import { connectedModules } from "../../model/connected-modules.ts";
import { modulePlace } from "../../model/module-place.ts";
import { FABRICATED_MODULES } from "../fabricated-modules.ts";
import { defineRule } from "../rule.ts";
import { slipOf } from "../slip-of.ts";

/** One letter away from a module that exists: Make looks a module up by exactly this name. */
export const misspeltModule = defineRule({
  id: "misspelt-module",
  category: "configuration",
  summary: "A module is not known, and is written almost like one that is",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    misspelt: (d: { type: string }) => `\`${d.type}\` is not a module that is known`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (FABRICATED_MODULES.has(module.type)) continue;
      const meant = slipOf(module.type, catalog);
      if (meant === undefined) continue;
      report("misspelt", {
        at: modulePlace(module),
        data: { type: module.type },
        help: `Did you mean \`${meant}\`?`,
        fix: { safety: "suggested", patch: [{ op: "replace", path: modulePlace(module).pointer, value: meant }] },
      });
    }
  },
});
