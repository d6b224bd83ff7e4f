import { connectedModules } from "../../model/connected-modules.ts";
import { moduleReferences } from "../../model/mappings.ts";
import { describeModule } from "../../model/module-place.ts";
import { parsePointer } from "../../util/json-pointer.ts";
import { misplacedKeys } from "../misplaced-keys.ts";
import { defineRule } from "../rule.ts";

/** A mapping in a static parameter: it is read before the first bundle comes, so that nothing can be filled in. */
export const mappingInParameters = defineRule({
  id: "mapping-in-parameters",
  category: "configuration",
  summary: "A static parameter has a mapping, which Make does not fill in",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    mapped: (d: { module: string; key: string }) =>
      `\`${d.module}\` has a mapping in its static parameter \`${d.key}\`, where nothing is filled in`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      // Only what refers to a module: inputs of the scenario are known before, and code has braces of its own.
      for (const { place, in: text } of moduleReferences(module)) {
        if (text.domain !== "parameters") continue;
        const key = parsePointer(place.pointer.slice(module.pointer.length))[1] ?? "";
        if (misplacedKeys(module, catalog).some((misplaced) => misplaced.key === key)) continue;
        report("mapped", {
          at: place,
          data: { module: describeModule(module), key },
          help: "Write a fixed value, or move what changes into a field of the mapper",
        });
      }
    }
  },
});
