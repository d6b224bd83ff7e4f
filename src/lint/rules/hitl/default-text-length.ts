import { lengthOf } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlDefaultTextLength = defineRequestRule({
  id: "hitl/default-text-length",
  gravity: "risky",
  summary: "The default answer of a review is longer than its answers may be",

  messages: {
    long: (d: { length: number; max: number }) =>
      `\`default_response\` has ${d.length} characters, and \`max_length\` is ${d.max}`,
  },

  check({ configOf, get }, report) {
    const max = configOf("text", "editable_text")?.get("max_length");
    const field = get("default_response");
    if (max?.kind !== "number" || field?.kind !== "string" || lengthOf(field.value) <= max.value) return;
    report("long", {
      at: field.at,
      data: { length: lengthOf(field.value), max: max.value },
      help: "Shorten it, or allow a greater `max_length`",
    });
  },
});
