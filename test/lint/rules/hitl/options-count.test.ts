import { hitlOptionsCount } from "../../../../src/lint/rules/hitl/options-count.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const options = (count: number) => Array.from({ length: count }, (_, index) => `Option ${index + 1}`);

describeRule(hitlOptionsCount, {
  good: {
    "two options": posted(request()),
    "a single one, of which another rule speaks": posted(configured("single_select", { options: options(1) })),
    "as many as there may be": posted(configured("single_select", { options: options(20) })),
    "a list that a mapping goes on": asked(
      request("single_select", { response_config: '{"options": [{{1.options}}]}' }),
    ),
    "another type": posted(configured("rating", { options: [] })),
  },
  bad: {
    none: {
      given: posted(configured("single_select", { options: [] })),
      reports: [{ message: "none", at: BODY, text: "[]" }],
    },
    "one more than there may be": {
      given: asked(configured("multi_select", { options: options(21) })),
      reports: [{ message: "many", at: field("response_config"), text: JSON.stringify(options(21)) }],
    },
  },
});
