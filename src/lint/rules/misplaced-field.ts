import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import { pointer } from "../../util/json-pointer.ts";
import { misplacedKeys } from "../misplaced-keys.ts";
import { defineRule } from "../rule.ts";

/** A mapped field among the static parameters, or the reverse: Make does not look for it there. */
export const misplacedField = defineRule({
  id: "misplaced-field",
  category: "configuration",
  summary: "A field stands in `parameters` instead of `mapper` or the reverse, where Make ignores it",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    misplaced: (d: { module: string; key: string; found: string }) =>
      `\`${d.module}\` ignores \`${d.key}\` in \`${d.found}\``,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const { key, found, belongs } of misplacedKeys(module, catalog)) {
        report("misplaced", {
          at: { pointer: pointer(module.pointer, found, key), key: true },
          data: { module: describeModule(module), key, found },
          help: `Move it to \`${belongs}\``,
        });
      }
    }
  },
});
