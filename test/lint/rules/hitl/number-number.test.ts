import { hitlNumberNumber } from "../../../../src/lint/rules/hitl/number-number.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

describeRule(hitlNumberNumber, {
  good: {
    numbers: posted(configured("number", { max_value: 0.5 })),
    "a mapped one": posted(configured("number", { max_value: "{{1.max}}" })),
    "the same keys of a rating, of which another rule speaks": posted(configured("rating", { max_value: "5" })),
  },
  bad: {
    "a text": {
      given: posted(configured("number", { max_value: "10" })),
      reports: [{ message: "notNumber", at: BODY, text: '"10"' }],
    },
    "a truth in an older spelling in the app": {
      given: asked(configured("number", { min: true })),
      reports: [{ message: "notNumber", at: field("response_config"), text: "true" }],
    },
  },
});
