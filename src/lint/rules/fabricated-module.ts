import { connectedModules } from "../../model/connected-modules.ts";
import { modulePlace } from "../../model/module-place.ts";
import { FABRICATED_MODULES } from "../fabricated-modules.ts";
import { defineRule } from "../rule.ts";

/** A module that does not exist, under a name that is often made up. */
export const fabricatedModule = defineRule({
  id: "fabricated-module",
  category: "configuration",
  summary: "A module does not exist in Make; its name is often made up",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    doesNotExist: (d: { type: string }) => `\`${d.type}\` does not exist in Make`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const known = FABRICATED_MODULES.get(module.type);
      if (known === undefined) continue;
      report("doesNotExist", {
        at: modulePlace(module),
        data: { type: module.type },
        help: "use" in known ? `Use \`${known.use}\`` : known.advice,
      });
    }
  },
});
