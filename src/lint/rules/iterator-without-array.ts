import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** An iterator without a list to go through. */
export const iteratorWithoutArray = defineRule({
  id: "iterator-without-array",
  category: "configuration",
  summary: "An iterator has no list to go through",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    missing: (d: { module: string }) => `\`${d.module}\` has no list to go through`,
  },

  check({ scenario, catalog, report }) {
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      const declaration = catalog.find(module.type, module.version);
      if (declaration?.kind !== "iterator" || declaration.mapper?.array === undefined) continue;
      const list: unknown = module.source.mapper?.array;
      if (list !== undefined && list !== null && list !== "") continue;
      report("missing", {
        at: fieldPlace(module, "mapper", "array"),
        data: { module: describeModule(module) },
        help: "Map a list of an earlier module to `mapper.array`",
      });
    }
  },
});
