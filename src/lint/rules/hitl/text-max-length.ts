import { ANSWER_LENGTH } from "../../../catalog/hitl/contract.ts";
import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { counted, described } from "../../review-wording.ts";

const { min, max } = ANSWER_LENGTH;

export const hitlTextMaxLength = defineRequestRule({
  id: "hitl/text-max-length",
  gravity: "refused",
  summary: "The greatest length of a text answer is no number that HITL.sh takes",
  fixable: "safe",

  messages: {
    notWhole: (d: { value: string }) => `\`max_length\` is ${d.value}, not a whole number`,
    outside: (d: { value: number }) =>
      `\`max_length\` is ${counted(d.value)}, and HITL.sh takes ${min} to ${counted(max)}`,
  },

  check(request, report) {
    const length = request.configOf("text", "editable_text")?.get("max_length");
    if (length === undefined || length.kind === "mapped") return;
    const { at } = length;
    const help = `Write a whole number from ${min} to ${max}`;
    if (length.kind !== "number" || !Number.isInteger(length.value)) {
      report("notWhole", {
        at,
        data: { value: described(length.value) },
        help,
        fix: unquote(request, length, "number"),
      });
    } else if (length.value < min || length.value > max) {
      report("outside", { at, data: { value: length.value }, help });
    }
  },
});
