import { hitlDefaultStep } from "../../../../src/lint/rules/hitl/default-step.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const fallback = (default_response: unknown, response_config: object) =>
  posted(request("rating", { response_config, default_response }));

describeRule(hitlDefaultStep, {
  good: {
    "a whole step": fallback(3, { scale_min: 1, scale_max: 5, scale_step: 1 }),
    "half a step": fallback(3.5, { scale_min: 1, scale_max: 5, scale_step: 0.5 }),
    "tenths, which floating point does not have": fallback(0.7, { scale_min: 0, scale_max: 1, scale_step: 0.1 }),
    "a number off the scale, which another rule reports": fallback(9.5, { scale_max: 5 }),
    "text, of which another rule speaks": fallback("3.5", { scale_max: 5 }),
    "a mapped step": fallback(3.5, { scale_max: 5, scale_step: "{{1.step}}" }),
    "a mapped start": fallback(3.5, { scale_min: "{{1.min}}", scale_max: 5 }),
    "a step of 0, which another rule reports": fallback(3.5, { scale_max: 5, scale_step: 0 }),
  },
  bad: {
    "between two steps": {
      given: fallback(2, { scale_min: 1, scale_max: 5, scale_step: 2 }),
      reports: [{ message: "between", at: BODY, text: "2" }],
    },
    "between the default steps": {
      given: fallback(3.5, { scale_max: 5 }),
      reports: [{ message: "between", at: BODY, text: "3.5" }],
    },
  },
});
