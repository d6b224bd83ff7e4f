import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace, modulePlace } from "../../model/module-place.ts";
import { viewpoint, visibility } from "../../model/visibility.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** An aggregator that does not say whose bundles it collects, or names a module whose bundles do not reach it. */
export const aggregatorWithoutSource = defineRule({
  id: "aggregator-without-source",
  category: "structure",
  summary: "An aggregator's source module is missing, or its bundles do not reach the aggregator",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    missing: (d: { module: string }) => `\`${d.module}\` does not say whose bundles it collects`,
    misplaced: (d: { module: string }) => `The source of \`${d.module}\` stands where Make ignores it`,
    unknown: (d: { module: string; feeder: string }) =>
      `\`${d.module}\` collects the bundles of module \`${d.feeder}\`, which does not exist`,
    unreachable: (d: { module: string; source: string }) =>
      `\`${d.module}\` collects the bundles of \`${d.source}\`, which do not reach it`,
  },

  check({ scenario, catalog, report }) {
    // A copy may leave the source behind, and a fresh module has none yet.
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "aggregator") continue;
      const name = describeModule(module);
      const feeder: unknown = module.source.parameters?.feeder;
      const at = fieldPlace(module, "parameters", "feeder");

      if (feeder === undefined || feeder === null) {
        const data = { module: name };
        if (!("feeder" in module.source)) {
          report("missing", {
            at,
            data,
            help: "Set `parameters.feeder` to the id of the module that gives the bundles",
          });
        } else {
          const place = { ...fieldPlace(module, "feeder"), key: true };
          report("misplaced", { at: place, data, help: "Move `feeder` into `parameters`" });
        }
        continue;
      }

      const source = typeof feeder === "number" ? scenario.find(feeder) : undefined;
      if (source === undefined) {
        report("unknown", {
          at,
          data: { module: name, feeder: JSON.stringify(feeder) },
          help: "Set it to the id, a number, of the module that gives the bundles",
        });
      } else if (visibility(scenario, viewpoint(module), source.id).kind !== "visible") {
        report("unreachable", {
          at,
          data: { module: name, source: describeModule(source) },
          help: "Choose a module that stands before the aggregator and that no other aggregator has collected",
          related: [{ message: "The source", at: modulePlace(source) }],
        });
      }
    }
  },
});
