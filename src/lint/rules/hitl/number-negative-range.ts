import { BOUNDS } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlNumberNegativeRange = defineRequestRule({
  id: "hitl/number-negative-range",
  gravity: "risky",
  summary: "A number answer starts below 0 but must not be negative",

  messages: {
    contradicts: (d: { min: number }) => `The smallest number is ${d.min}, but \`allow_negative\` is not \`true\``,
  },

  check({ configOf }, report) {
    const config = configOf("number");
    const min = config?.get(...BOUNDS.range.min);
    const allows = config?.get("allow_negative");
    if (min?.kind !== "number" || min.value >= 0) return;
    if (allows?.value === true || allows?.kind === "mapped") return;
    report("contradicts", {
      at: min.at,
      data: { min: min.value },
      help: 'Add `"allow_negative": true`, or start at 0',
    });
  },
});
