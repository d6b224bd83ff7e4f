import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { isMapped } from "../form-fields.ts";
import { type MisplacedKey, misplacedKeys } from "../misplaced-keys.ts";
import { defineRule, type Fix } from "../rule.ts";

/** A mapped field among the static parameters, or the reverse: Make does not look for it there. */
export const misplacedField = defineRule({
  id: "misplaced-field",
  category: "configuration",
  summary: "A field stands in `parameters` instead of `mapper` or the reverse, where Make ignores it",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

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
          fix: fixOf(module, { key, found, belongs }),
        });
      }
    }
  },
});

/** Nothing where there is no place for it yet, and for a mapping, which is not filled in among the parameters. */
function fixOf({ source, pointer: at }: Module, { key, found, belongs }: MisplacedKey): Fix | undefined {
  const value: unknown = source[found]?.[key];
  if (!isObject(source[belongs]) || (belongs === "parameters" && isMapped(value))) return undefined;
  return {
    safety: "suggested",
    patch: [{ op: "move", from: pointer(at, found, key), path: pointer(at, belongs, key) }],
  };
}
