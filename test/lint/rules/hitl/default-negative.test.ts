import { hitlDefaultNegative } from "../../../../src/lint/rules/hitl/default-negative.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const fallback = (default_response: unknown, config: object) =>
  configured("number", { min_value: -10, ...config }, { default_response });

describeRule(hitlDefaultNegative, {
  good: {
    "a number from 0 on": posted(fallback(0, {})),
    "a negative number that is allowed": posted(fallback(-3, { allow_negative: true })),
    "a negative number that may be allowed": posted(fallback(-3, { allow_negative: "{{1.allow}}" })),
    "a number below the range, which another rule reports": posted(fallback(-3, { min_value: 0 })),
    "a negative rating": posted(configured("rating", { scale_min: -5 }, { default_response: -3 })),
  },
  bad: {
    "a negative number that is forbidden": {
      given: posted(fallback(-3, { allow_negative: false })),
      reports: [{ message: "negative", at: BODY, text: "-3" }],
    },
    "a negative number without a lower bound in the app": {
      given: asked(request("number", { response_config: { max_value: 10 }, default_response: "-3" })),
      reports: [{ message: "negative", at: field("default_response"), text: "-3" }],
    },
  },
});
