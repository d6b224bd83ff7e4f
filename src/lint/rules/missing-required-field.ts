import type { Catalog } from "../../catalog/catalog.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace, modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { type FilledField, givesAccess, isHook, isUntouched, missingFields } from "../form-fields.ts";
import { kindOf } from "../kind-of.ts";
import { misplacedKeys } from "../misplaced-keys.ts";
import { defineRule } from "../rule.ts";

/** A field that a module cannot do without, and that is empty. */
export const missingRequiredField = defineRule({
  id: "missing-required-field",
  category: "configuration",
  summary: "A field that a module requires is empty",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    empty: (d: { module: string; label: string }) => `\`${d.module}\` requires “${d.label}”, which is empty`,
    untouched: (d: { module: string }) => `\`${d.module}\` is not set up`,
  },

  check({ scenario, catalog, report }) {
    // Copied modules are often fresh ones, to be filled in where they are pasted.
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      const missing = fieldsToFill(module, catalog);
      if (missing.length > 0 && isUntouched(module)) {
        report("untouched", {
          at: modulePlace(module),
          data: { module: describeModule(module) },
          help: `Open the module and fill in ${listed(missing.map(({ field }) => `“${field.label}”`))}`,
        });
        continue;
      }
      for (const { field, path } of missing) {
        report("empty", {
          at: fieldPlace(module, ...path),
          data: { module: describeModule(module), label: field.label },
          help: `Fill in \`${path.join(".")}\``,
        });
      }
    }
  },
});

function fieldsToFill(module: Module, catalog: Catalog): readonly FilledField[] {
  const isIterator = kindOf(module, catalog) === "iterator";
  const isMisplaced = (name: string): boolean => misplacedKeys(module, catalog).some(({ key }) => key === name);
  return missingFields(module, catalog).filter(({ field, path }) => {
    // Connections, webhooks, what stands in the wrong place, and lists of iterators have rules of their own.
    if (givesAccess(field) || isHook(field) || (path.length === 2 && isMisplaced(field.name))) return false;
    return !(isIterator && field.name === "array");
  });
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
