import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { nearest, slipFor } from "../../util/nearest.ts";
import { quote } from "../../util/quote.ts";
import { filledFields, isEmpty, isMapped } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** A choice that the field does not offer. */
export const unknownOption = defineRule({
  id: "unknown-option",
  category: "configuration",
  summary: "A field has a value that is none of its options",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    unknown: (d: { module: string; label: string; value: string }) =>
      `\`${d.module}\` has ${quote(d.value)} for “${d.label}”, which is none of its options`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const filled of filledFields(module, catalog)) {
        const { field, value } = filled;
        const { options, label } = field;
        if (options === undefined || options.length === 0 || isEmpty(value)) continue;
        for (const [index, item] of (Array.isArray(value) ? value : [value]).entries()) {
          if (isEmpty(item) || options.includes(item) || isMapped(item) || typeof item === "object") continue;
          const known = options.map(String);
          // `GET` for `get` stands in genuine exports. Whether Make takes it is not known.
          if (known.some((option) => option.toLowerCase() === String(item).toLowerCase())) continue;
          const [meant] = nearest(String(item), known);
          const slip = slipFor(String(item), known);
          const option = options.find((one) => String(one) === slip);
          const at = fieldPlace(module, ...filled.path, ...(Array.isArray(value) ? [index] : []));
          report("unknown", {
            at,
            data: { module: describeModule(module), label, value: String(item) },
            fix:
              option === undefined
                ? undefined
                : { safety: "suggested", patch: [{ op: "replace", path: at.pointer, value: option }] },
            help: meant === undefined ? `Choose one of ${shown(known)}` : `Did you mean \`${meant}\`?`,
          });
        }
      }
    }
  },
});

const SHOWN = 8;

function shown(options: readonly string[]): string {
  const names = options.slice(0, SHOWN).map((option) => JSON.stringify(option));
  return options.length > SHOWN ? `${names.join(", ")} and ${options.length - SHOWN} more` : names.join(", ");
}
