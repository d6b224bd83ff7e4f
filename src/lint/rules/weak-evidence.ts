import { connectedModules } from "../../model/connected-modules.ts";
import { modulePlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** A module whose name in blueprints is known from hearsay only. */
export const weakEvidence = defineRule({
  id: "weak-evidence",
  category: "configuration",
  summary: "A module's name in blueprints is not certain",
  severity: { recommended: "off", strict: "off" },
  since: "0.1.0",

  messages: {
    uncertain: (d: { type: string; why: string }) => `\`${d.type}\` may be named differently in your account: ${d.why}`,
  },

  check({ scenario, catalog, report }) {
    const told = new Set<string>();
    for (const module of connectedModules(scenario)) {
      const evidence = catalog.find(module.type, module.version)?.evidence;
      if (evidence?.level !== "weak" || told.has(module.type)) continue;
      told.add(module.type);
      report("uncertain", {
        at: modulePlace(module),
        data: { type: module.type, why: evidence.why },
        help: "Add the module to a scenario in Make, export it, and compare the names",
      });
    }
  },
});
