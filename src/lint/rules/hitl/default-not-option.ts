import { findOption } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { alternatives, didYouMean, quoted } from "../../review-wording.ts";

export const hitlDefaultNotOption = defineRequestRule({
  id: "hitl/default-not-option",
  gravity: "refused",
  summary: "The default answer of a review is none of its options",

  messages: {
    unknown: (d: { value: string }) => `\`default_response\` is ${d.value}, which is none of the options`,
  },

  check({ answers, defaults }, report) {
    if (answers === undefined) return;
    const names = answers.map((option) => (typeof option === "string" ? option : option.value));
    for (const choice of defaults) {
      if (choice.kind !== "string" || findOption(answers, choice.value) !== undefined) continue;
      const help =
        names.length <= 7 ? `Write ${alternatives(names)}` : didYouMean(choice.value, names, "Write one of them");
      report("unknown", { at: choice.at, data: { value: quoted(choice.value) }, help });
    }
  },
});
