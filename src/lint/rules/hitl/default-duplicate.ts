import { answerValue, findOption } from "../../../catalog/hitl/contract.ts";
import { removeItem } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

export const hitlDefaultDuplicate = defineRequestRule({
  id: "hitl/default-duplicate",
  gravity: "refused",
  summary: "The default answer of a multi-select names an option twice",
  fixable: "safe",

  messages: {
    repeated: (d: { value: string }) => `\`default_response\` names the option ${d.value} twice`,
  },

  check(request, report) {
    const { answers = [], defaults } = request;
    const seen = new Set<string>();
    for (const [index, choice] of defaults.entries()) {
      const found = choice.kind === "string" ? findOption(answers, choice.value) : undefined;
      if (found === undefined) continue;
      const value = answerValue(found.option);
      if (seen.has(value)) {
        report("repeated", {
          at: choice.at,
          data: { value: quoted(value) },
          help: "Remove one of the two",
          fix: removeItem("safe", request, defaults[index - 1], choice),
        });
      }
      seen.add(value);
    }
  },
});
