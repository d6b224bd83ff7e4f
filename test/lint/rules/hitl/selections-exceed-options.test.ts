import { hitlSelectionsExceedOptions } from "../../../../src/lint/rules/hitl/selections-exceed-options.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

const min = (min_selections: unknown, more = {}) => configured("multi_select", { min_selections, ...more });

describeRule(hitlSelectionsExceedOptions, {
  good: {
    "as many as there are": posted(min(3)),
    "a mapped number": posted(min("{{1.min}}")),
    "mapped options": posted(min(9, { options: "{{1.options}}" })),
  },
  bad: {
    "one more": { given: posted(min(4)), reports: [{ message: "exceeds", at: BODY, text: "4" }] },
    "one more in the app": {
      given: asked(min(4)),
      reports: [{ message: "exceeds", at: field("response_config"), text: "4" }],
    },
  },
});
