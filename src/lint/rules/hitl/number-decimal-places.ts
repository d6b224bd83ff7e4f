import { DECIMAL_PLACES } from "../../../catalog/hitl/contract.ts";
import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

const { min, max } = DECIMAL_PLACES;

export const hitlNumberDecimalPlaces = defineRequestRule({
  id: "hitl/number-decimal-places",
  gravity: "refused",
  summary: "The decimal places of a number answer are no count that HITL.sh takes",
  fixable: "safe",

  messages: {
    notWhole: (d: { value: string }) => `\`decimal_places\` is ${d.value}, not a whole number`,
    outside: (d: { value: number }) => `\`decimal_places\` is ${d.value}, and HITL.sh takes ${min} to ${max}`,
  },

  check(request, report) {
    const places = request.configOf("number")?.get("decimal_places");
    if (places === undefined || places.kind === "mapped") return;
    const { at } = places;
    const help = `Write a whole number from ${min} to ${max}`;
    if (places.kind !== "number" || !Number.isInteger(places.value)) {
      report("notWhole", {
        at,
        data: { value: described(places.value) },
        help,
        fix: unquote(request, places, "number"),
      });
    } else if (places.value < min || places.value > max) {
      report("outside", { at, data: { value: places.value }, help });
    }
  },
});
