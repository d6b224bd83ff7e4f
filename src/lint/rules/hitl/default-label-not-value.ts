import { answerValue, findOption } from "../../../catalog/hitl/contract.ts";
import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

export const hitlDefaultLabelNotValue = defineRequestRule({
  id: "hitl/default-label-not-value",
  gravity: "risky",
  summary: "The default answer of a review is the label of an option that has a value",
  fixable: "safe",

  messages: {
    label: (d: { label: string; value: string }) => `${d.label} is the label of an option with the value ${d.value}`,
  },

  check(request, report) {
    const { answers = [], defaults } = request;
    for (const choice of defaults) {
      const found = choice.kind === "string" ? findOption(answers, choice.value) : undefined;
      if (found?.by !== "label") continue;
      const value = answerValue(found.option);
      report("label", {
        at: choice.at,
        data: { label: quoted(choice.value), value: quoted(value) },
        help: `Write ${quoted(value)}`,
        fix: writeField("safe", request, choice, value),
      });
    }
  },
});
