import { hitlRatingNumber } from "../../../../src/lint/rules/hitl/rating-number.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlRatingNumber, {
  good: {
    numbers: posted(configured("rating", { scale_min: -0.5 })),
    "mapped ones": posted(configured("rating", { scale_max: "{{1.max}}" })),
    "a mapping in place of a value": asked(request("rating", { response_config: '{"scale_max": {{1.max}}}' })),
  },
  bad: {
    texts: {
      given: posted(configured("rating", { scale_min: "1", scale_max: "5" })),
      reports: [
        { message: "notNumber", at: BODY, text: '"1"' },
        { message: "notNumber", at: BODY, text: '"5"' },
      ],
    },
    "a text in an older spelling in the app": {
      given: asked(request("rating", { response_config: { max: "five" } })),
      reports: [{ message: "notNumber", at: field("response_config"), text: '"five"' }],
    },
  },
});
