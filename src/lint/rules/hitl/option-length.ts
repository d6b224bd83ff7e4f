import { lengthOf, OPTION_LABEL_LENGTH, OPTION_VALUE_LENGTH } from "../../../catalog/hitl/contract.ts";
import type { RequestField } from "../../review-request-field.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlOptionLength = defineRequestRule({
  id: "hitl/option-length",
  gravity: "refused",
  summary: "The value or label of an option is too long",

  messages: {
    long: (d: { what: string; length: number; limit: number }) =>
      `The ${d.what} of an option has ${d.length} characters, and HITL.sh takes ${d.limit}`,
  },

  check({ options }, report) {
    for (const option of options) {
      checkLength(option.get("value"), "value", OPTION_VALUE_LENGTH);
      // An option that is a text is what reviewers see.
      checkLength(option.kind === "object" ? option.get("label") : option, "label", OPTION_LABEL_LENGTH);
    }

    function checkLength(text: RequestField | undefined, what: string, limit: number): void {
      if (text?.kind !== "string" || lengthOf(text.value) <= limit) return;
      report("long", { at: text.at, data: { what, length: lengthOf(text.value), limit }, help: "Shorten it" });
    }
  },
});
