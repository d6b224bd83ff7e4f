import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { feederOf } from "../../model/visibility.ts";
import { iterations } from "../iterations.ts";
import { defineRule } from "../rule.ts";
import { whereSome } from "../where-some.ts";

/** Modules that write one thing, and the one of the same app that writes many at once. */
const BULK: ReadonlyMap<string, string> = new Map([["google-sheets:addRow", "google-sheets:addMultipleRows"]]);

/** Rows that are written one by one, though they could be written together. */
export const rowByRow = defineRule({
  id: "row-by-row",
  category: "cost",
  summary: "What could be written at once is written one by one",
  severity: { recommended: "info", strict: "info" },
  since: "0.1.0",

  messages: {
    single: (d: { module: string; iterator: string }) =>
      `\`${d.module}\` costs a credit for every item of \`${d.iterator}\``,
  },

  concerns: whereSome(({ type }) => BULK.has(type)),
  check({ scenario, catalog, report }) {
    const around = iterations(scenario, catalog);
    const modules = connectedModules(scenario);
    const feeders = new Set(modules.map(feederOf));
    for (const module of modules) {
      const iterator = around.get(module)?.iterator;
      const bulk = catalog.find(BULK.get(module.type) ?? "");
      // Behind a branching, or with more to do for the item, it is more than a list of rows.
      if (iterator === undefined || bulk === undefined || module.flow !== iterator.flow) continue;
      if (module.flow.modules.length > module.position + 1 || feeders.has(module.id)) continue;
      report("single", {
        at: modulePlace(module),
        data: { module: describeModule(module), iterator: describeModule(iterator) },
        help: `Collect the items with an array aggregator, and write them with ${bulk.label} (\`${bulk.module}\`)`,
        related: [{ message: "What follows runs once for each item", at: modulePlace(iterator) }],
      });
    }
  },
});
