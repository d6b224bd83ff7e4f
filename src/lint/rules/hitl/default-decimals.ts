import { isStep, numberAt } from "../../../catalog/hitl/bounds.ts";
import { DECIMAL_PLACES } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlDefaultDecimals = defineRequestRule({
  id: "hitl/default-decimals",
  gravity: "risky",
  summary: "The default answer of a review has more decimal places than its answers may have",

  messages: {
    more: (d: { value: number; places: number }) =>
      `\`default_response\` is ${d.value}, and \`decimal_places\` is ${d.places}`,
  },

  check({ configOf, get }, report) {
    const config = configOf("number");
    const field = get("default_response");
    if (config === undefined || field?.kind !== "number") return;
    const places = numberAt(config.value, ["decimal_places"], undefined);
    // `hitl/number-decimal-places` says what is wrong with others.
    if (places === undefined || places < DECIMAL_PLACES.min || places > DECIMAL_PLACES.max) return;
    if (isStep(field.value, 10 ** -places)) return;
    report("more", {
      at: field.at,
      data: { value: field.value, places },
      help: `Write \`${field.value.toFixed(places)}\`, or allow more \`decimal_places\``,
    });
  },
});
