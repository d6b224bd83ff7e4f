import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlOptionShape = defineRequestRule({
  id: "hitl/option-shape",
  gravity: "refused",
  summary: "An option of a select is neither text nor a value with a label",
  fixable: "safe",

  messages: {
    empty: () => "An option is empty",
    neither: (d: { value: string }) =>
      `An option is ${d.value}, neither text nor an object with \`value\` and \`label\``,
    missing: (d: { key: string }) => `An option has no \`${d.key}\``,
    notText: (d: { key: string; value: string }) => `The \`${d.key}\` of an option is ${d.value}, not text`,
  },

  check(request, report) {
    for (const option of request.options) {
      const { at } = option;
      if (option.kind === "mapped") continue;
      if (option.kind === "string") {
        if (option.value.trim() === "") report("empty", { at, help: "Write what reviewers can choose, or remove it" });
      } else if (option.kind === "object") {
        for (const key of ["value", "label"]) {
          const text = option.get(key);
          const help = 'Write `{"value": "approve", "label": "Approve"}`';
          if (option.lacks(key)) report("missing", { at, data: { key }, help });
          if (text === undefined || text.kind === "mapped") continue;
          if (text.kind === "string" && text.value.trim() !== "") continue;
          const fix = text.kind === "number" ? writeField("safe", request, text, String(text.value)) : undefined;
          report("notText", { at: text.at, data: { key, value: described(text.value) }, help, fix });
        }
      } else {
        const fix = option.kind === "number" ? writeField("safe", request, option, String(option.value)) : undefined;
        report("neither", { at, data: { value: described(option.value) }, help: "Write it as text in quotes", fix });
      }
    }
  },
});
