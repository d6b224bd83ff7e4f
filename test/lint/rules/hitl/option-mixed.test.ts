import { hitlOptionMixed } from "../../../../src/lint/rules/hitl/option-mixed.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted, request } from "./requests.ts";

const reject = { value: "reject", label: "Reject" };

describeRule(hitlOptionMixed, {
  good: {
    texts: posted(request()),
    objects: posted(configured("single_select", { options: [{ value: "approve", label: "Approve" }, reject] })),
    "objects and something mapped": posted(configured("single_select", { options: ["{{1.option}}", reject] })),
  },
  bad: {
    both: {
      given: posted(configured("single_select", { options: ["Approve", reject] })),
      reports: [{ message: "mixed", at: BODY, text: '"options"' }],
    },
  },
});
