import { connectedModules } from "../../model/connected-modules.ts";
import { moduleReferences } from "../../model/mappings.ts";
import { describeModule } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** A mapping that reads a module which is not in the scenario: it yields nothing. */
export const danglingReference = defineRule({
  id: "dangling-reference",
  category: "expressions",
  summary: "A mapping reads a module that is not in the scenario",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    missing: (d: { id: number; module: string }) => `\`${d.module}\` reads module \`${d.id}\`, which does not exist`,
  },

  check({ scenario, report }) {
    // Copied modules read others that stay behind.
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      for (const { reference, place } of moduleReferences(module)) {
        const { id } = reference.root;
        if (scenario.find(id) !== undefined) continue;
        report("missing", {
          at: place,
          data: { id, module: describeModule(module) },
          help: "Map the value again, from a module that stands before this one",
        });
      }
    }
  },
});
