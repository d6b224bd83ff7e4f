import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlOptionsRequired = defineRequestRule({
  id: "hitl/options-required",
  gravity: "refused",
  summary: "A select has no list of options",

  messages: {
    missing: (d: { type: string }) => `A \`${d.type}\` needs \`options\`, and there are none`,
    notList: (d: { value: string }) => `\`options\` is ${d.value}, not a list`,
  },

  check({ configOf, responseType }, report) {
    const config = configOf("single_select", "multi_select");
    if (config === undefined || responseType === undefined) return;
    const help = 'Write `"options": ["Approve", "Reject"]`';
    const options = config.get("options");
    if (config.lacks("options")) {
      report("missing", { at: config.name, data: { type: responseType }, help });
    } else if (options !== undefined && options.kind !== "array" && options.kind !== "mapped") {
      report("notList", { at: options.at, data: { value: described(options.value) }, help });
    }
  },
});
