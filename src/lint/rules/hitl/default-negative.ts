import { BOUNDS, boundsOf, isWithin } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlDefaultNegative = defineRequestRule({
  id: "hitl/default-negative",
  gravity: "refused",
  summary: "The default answer of a review is negative, which its answers must not be",

  messages: {
    negative: (d: { value: number }) => `\`default_response\` is ${d.value}, but \`allow_negative\` is not \`true\``,
  },

  check({ configOf, get }, report) {
    const config = configOf("number");
    const field = get("default_response");
    if (config === undefined || field?.kind !== "number" || field.value >= 0) return;
    const allows = config.get("allow_negative");
    if (allows?.value === true || allows?.kind === "mapped") return;
    // `hitl/default-range` says so.
    if (!isWithin(boundsOf("range", config.value), field.value)) return;
    const help =
      config.get(...BOUNDS.range.min) === undefined ? "Choose a number from 0 on" : 'Add `"allow_negative": true`';
    report("negative", { at: field.at, data: { value: field.value }, help });
  },
});
