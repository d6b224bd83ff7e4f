import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { quote } from "../../util/quote.ts";
import { filledFields, isEmpty, isMapped } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** A number that the field does not take: too small, too great, or no number at all. */
export const valueOutOfRange = defineRule({
  id: "value-out-of-range",
  category: "configuration",
  summary: "A number is smaller or greater than its field takes, or no number at all",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    small: (d: Told) => `\`${d.module}\` has ${d.value} for “${d.label}”, which takes ${d.bound} at least`,
    great: (d: Told) => `\`${d.module}\` has ${d.value} for “${d.label}”, which takes ${d.bound} at most`,
    notNumber: (d: Omit<Told, "bound" | "value">) =>
      `\`${d.module}\` has no number for “${d.label}”, which takes only numbers`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      for (const filled of filledFields(module, catalog)) {
        const { field, value } = filled;
        if (!NUMBERS.has(field.type) || isEmpty(value) || isMapped(value)) continue;
        if (typeof value !== "string" && typeof value !== "number") continue;
        const { label, type, max, min = type === "uinteger" ? 0 : undefined } = field;
        const at = fieldPlace(module, ...filled.path);
        const told = { module: describeModule(module), label, value: quote(String(value)) };
        const number = typeof value === "number" ? value : Number(value.trim() || Number.NaN);
        if (Number.isNaN(number)) report("notNumber", { at, data: told, help: "Write digits alone, without unit" });
        else if (min !== undefined && number < min) {
          report("small", { at, data: { ...told, bound: min }, help: rangeOf(min, max) });
        } else if (max !== undefined && number > max) {
          report("great", { at, data: { ...told, bound: max }, help: rangeOf(min, max) });
        }
      }
    }
  },
});

interface Told {
  readonly module: string;
  readonly label: string;
  readonly value: string;
  readonly bound: number;
}

const NUMBERS: ReadonlySet<string> = new Set(["number", "integer", "uinteger"]);

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `Write a number up to ${max}`;
  return max === undefined ? `Write a number from ${min} on` : `Write a number from ${min} to ${max}`;
}
