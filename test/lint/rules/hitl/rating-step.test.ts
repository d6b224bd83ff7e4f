import { hitlRatingStep } from "../../../../src/lint/rules/hitl/rating-step.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

describeRule(hitlRatingStep, {
  good: {
    "half a step": posted(configured("rating", { scale_step: 0.5 })),
    "no step": posted(configured("rating", { scale_step: undefined })),
    "a mapped step": posted(configured("rating", { scale_step: "{{1.step}}" })),
  },
  bad: {
    "no way forward": {
      given: posted(configured("rating", { scale_step: 0 })),
      reports: [{ message: "notPositive", at: BODY, text: "0" }],
    },
    "a way back, in an older spelling in the app": {
      given: asked(configured("rating", { scale_step: undefined, step: -1 })),
      reports: [{ message: "notPositive", at: field("response_config"), text: "-1" }],
    },
  },
});
