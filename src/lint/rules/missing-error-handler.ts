import { connectedModules } from "../../model/connected-modules.ts";
import { isEmptySlot } from "../../model/empty-slot.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { defineRule } from "../rule.ts";
import { writes } from "../writes.ts";

/** A module that can fail and has no error handler: its first error stops the run, and later ones the scenario. */
export const missingErrorHandler = defineRule({
  id: "missing-error-handler",
  category: "reliability",
  summary: "A module that can fail has no error handler",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    writes: (d: { module: string }) => `\`${d.module}\` changes something outside of Make and has no error handler`,
    reads: (d: { module: string }) => `\`${d.module}\` can fail and has no error handler`,
    unknown: (d: { module: string }) => `\`${d.module}\` has no error handler, and nothing is known of how it fails`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (module.handler !== undefined || isInside(module, "handler")) continue;
      if (startsTheRun(module) || isEmptySlot(module)) continue;
      const declaration = catalog.find(module.type, module.version);
      if (declaration && !declaration.canFail) continue;
      const changes = writes(module, catalog);
      report(changes === undefined ? "unknown" : changes ? "writes" : "reads", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help:
          declaration?.repeatable || changes === false
            ? "Add a Break handler that retries, and store incomplete executions"
            : "Add an error handler: Break keeps the bundle to be repaired, Ignore drops it, Resume goes on with a substitute",
      });
    }
  },
});

/** When the first module fails there is no bundle yet that a handler could save. */
const startsTheRun = (module: Module): boolean => module.flow.kind === "main" && module.position === 0;
