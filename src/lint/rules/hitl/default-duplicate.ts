import { answerValue, findOption } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

export const hitlDefaultDuplicate = defineRequestRule({
  id: "hitl/default-duplicate",
  gravity: "refused",
  summary: "The default answer of a multi-select names an option twice",

  messages: {
    repeated: (d: { value: string }) => `\`default_response\` names the option ${d.value} twice`,
  },

  check({ answers = [], defaults }, report) {
    const seen = new Set<string>();
    for (const choice of defaults) {
      const found = choice.kind === "string" ? findOption(answers, choice.value) : undefined;
      if (found === undefined) continue;
      const value = answerValue(found.option);
      if (seen.has(value))
        report("repeated", { at: choice.at, data: { value: quoted(value) }, help: "Remove one of the two" });
      seen.add(value);
    }
  },
});
