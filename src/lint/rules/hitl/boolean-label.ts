import { BOOLEAN_LABEL_LENGTH, lengthOf } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlBooleanLabel = defineRequestRule({
  id: "hitl/boolean-label",
  gravity: "refused",
  summary: "A label of a boolean answer is no text or too long",

  messages: {
    long: (d: { key: string; length: number }) =>
      `\`${d.key}\` has ${d.length} characters, and HITL.sh takes ${BOOLEAN_LABEL_LENGTH}`,
    notText: (d: { key: string; value: string }) => `\`${d.key}\` is ${d.value}, not text`,
  },

  check({ configOf }, report) {
    const config = configOf("boolean");
    for (const key of ["true_label", "false_label"]) {
      const label = config?.get(key);
      if (label === undefined || label.kind === "mapped") continue;
      const { at } = label;
      if (label.kind !== "string") {
        report("notText", { at, data: { key, value: described(label.value) }, help: "Write the label in quotes" });
      } else if (lengthOf(label.value) > BOOLEAN_LABEL_LENGTH) {
        report("long", { at, data: { key, length: lengthOf(label.value) }, help: "Shorten it" });
      }
    }
  },
});
