import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";
import { writes } from "../writes.ts";

/** Nothing but an Ignore behind a module that writes: what was not written is lost, and nobody hears of it. */
export const ignoredWrite = defineRule({
  id: "ignored-write",
  category: "reliability",
  summary: "A change that fails is dropped, and nobody hears of it",
  severity: { recommended: "off", strict: "warning" },
  since: "0.1.0",

  messages: {
    lost: (d: { module: string }) => `When \`${d.module}\` fails, its change is lost without a trace`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const [first] = module.handler?.modules ?? [];
      if (first?.type !== "builtin:Ignore" || !writes(module, catalog)) continue;
      // A filter lets only some errors through to it.
      if (first.source.filter) continue;
      report("lost", {
        at: modulePlace(first),
        data: { module: describeModule(module) },
        help: "Tell somebody in front of the Ignore, or keep the bundle with Break until it can be written",
        related: [{ message: "This is what fails", at: modulePlace(module) }],
      });
    }
  },
});
