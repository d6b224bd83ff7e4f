import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace, modulePlace } from "../../model/module-place.ts";
import { viewpoint, visibility } from "../../model/visibility.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** An aggregator that shapes its list for a field of a module that is not there, or that it does not reach. */
export const aggregatorTargetMissing = defineRule({
  id: "aggregator-target-missing",
  category: "configuration",
  summary: "An aggregator makes its list for a module that does not exist, or that does not come behind it",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    unknown: (d: { module: string; target: string }) =>
      `\`${d.module}\` makes its list for \`${d.target}\`, but there is no such module`,
    elsewhere: (d: { module: string; target: string }) =>
      `\`${d.module}\` makes its list for \`${d.target}\`, which its bundles do not reach`,
  },

  check({ scenario, catalog, report }) {
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "aggregator") continue;
      const target: unknown = module.source.parameters?.target;
      const [, id] = (typeof target === "string" && /^(\d+)\./.exec(target)) || [];
      if (id === undefined) continue;
      const at = fieldPlace(module, "parameters", "target");
      const consumer = scenario.find(Number(id));
      if (consumer === undefined) {
        report("unknown", {
          at,
          data: { module: describeModule(module), target: String(target) },
          help: "Choose the target again in the aggregator's form, or empty the field to make a list of your own",
        });
      } else if (visibility(scenario, viewpoint(consumer), module.id).kind !== "visible") {
        report("elsewhere", {
          at,
          data: { module: describeModule(module), target: describeModule(consumer) },
          help: "Choose a module that stands behind the aggregator",
          related: [{ message: "The target", at: modulePlace(consumer) }],
        });
      }
    }
  },
});
