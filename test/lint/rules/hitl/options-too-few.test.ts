import { hitlOptionsTooFew } from "../../../../src/lint/rules/hitl/options-too-few.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted, request } from "./requests.ts";

describeRule(hitlOptionsTooFew, {
  good: {
    "two options": posted(request()),
    "no option, which another rule reports": posted(configured("single_select", { options: [] })),
    "a mapped list": posted(configured("single_select", { options: "{{1.options}}" })),
  },
  bad: {
    "a single one": {
      given: posted(configured("single_select", { options: ["Approve"] })),
      reports: [{ message: "single", at: BODY, text: '"Approve"' }],
    },
  },
});
