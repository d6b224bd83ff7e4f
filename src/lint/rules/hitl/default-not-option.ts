import { findOption } from "../../../catalog/hitl/contract.ts";
import { slipFor } from "../../../util/nearest.ts";
import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { alternatives, didYouMean, quoted } from "../../review-wording.ts";

export const hitlDefaultNotOption = defineRequestRule({
  id: "hitl/default-not-option",
  gravity: "refused",
  summary: "The default answer of a review is none of its options",
  fixable: "suggested",

  messages: {
    unknown: (d: { value: string }) => `\`default_response\` is ${d.value}, which is none of the options`,
  },

  check(request, report) {
    const { answers, defaults } = request;
    if (answers === undefined) return;
    const names = answers.map((option) => (typeof option === "string" ? option : option.value));
    for (const choice of defaults) {
      if (choice.kind !== "string" || findOption(answers, choice.value) !== undefined) continue;
      const help =
        names.length <= 7 ? `Write ${alternatives(names)}` : didYouMean(choice.value, names, "Write one of them");
      const meant = slipFor(choice.value, names);
      report("unknown", {
        at: choice.at,
        data: { value: quoted(choice.value) },
        help,
        fix: meant === undefined ? undefined : writeField("suggested", request, choice, meant),
      });
    }
  },
});
