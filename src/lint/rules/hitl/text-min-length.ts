import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlTextMinLength = defineRequestRule({
  id: "hitl/text-min-length",
  gravity: "refused",
  summary: "The smallest length of a text answer is no whole number from 0 on",
  fixable: "safe",

  messages: {
    notWhole: (d: { value: string }) => `\`min_length\` is ${d.value}, not a whole number`,
    negative: (d: { value: number }) => `\`min_length\` is ${d.value}, below 0`,
  },

  check(request, report) {
    const length = request.configOf("text", "editable_text")?.get("min_length");
    if (length === undefined || length.kind === "mapped") return;
    const { at } = length;
    const help = "Write a whole number from 0 on";
    if (length.kind !== "number" || !Number.isInteger(length.value)) {
      report("notWhole", {
        at,
        data: { value: described(length.value) },
        help,
        fix: unquote(request, length, "number"),
      });
    } else if (length.value < 0) {
      report("negative", { at, data: { value: length.value }, help });
    }
  },
});
