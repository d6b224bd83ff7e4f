import { hitlOptionsTooManyMobile } from "../../../../src/lint/rules/hitl/options-too-many-mobile.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted } from "./requests.ts";

const options = (count: number) => Array.from({ length: count }, (_, index) => `Option ${index + 1}`);

describeRule(hitlOptionsTooManyMobile, {
  good: {
    "ten options": posted(configured("single_select", { options: options(10) })),
    "more than HITL.sh takes, which another rule reports": posted(
      configured("single_select", { options: options(21) }),
    ),
  },
  bad: {
    "as many as HITL.sh takes": {
      given: posted(configured("single_select", { options: options(20) })),
      reports: [{ message: "many", at: BODY, text: JSON.stringify(options(20)) }],
    },
    "eleven options": {
      given: posted(configured("single_select", { options: options(11) })),
      reports: [{ message: "many", at: BODY, text: JSON.stringify(options(11)) }],
    },
  },
});
