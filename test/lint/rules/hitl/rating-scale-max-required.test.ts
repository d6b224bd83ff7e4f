import { hitlRatingScaleMaxRequired } from "../../../../src/lint/rules/hitl/rating-scale-max-required.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlRatingScaleMaxRequired, {
  good: {
    "a scale": posted(request("rating")),
    "an older spelling": posted(request("rating", { response_config: { max: 5 } })),
    "a mapped end": posted(configured("rating", { scale_max: "{{1.max}}" })),
  },
  bad: {
    "a start without an end": {
      given: posted(request("rating", { response_config: { scale_min: 1 } })),
      reports: [{ message: "missing", at: BODY, text: '"response_config"' }],
    },
    "nothing in the app": {
      given: asked(request("rating", { response_config: {} })),
      reports: [{ message: "missing", at: field("response_config") }],
    },
  },
});
