import { hitlDefaultRange } from "../../../../src/lint/rules/hitl/default-range.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const rating = (default_response: unknown, config = {}) => configured("rating", config, { default_response });
const number = (default_response: unknown, response_config: object) =>
  request("number", { response_config, default_response });

describeRule(hitlDefaultRange, {
  good: {
    "the ends of a scale": posted(rating(1)),
    "the ends of a range": posted(number(10, { min_value: 0, max_value: 10 })),
    "a small number without a lower bound": posted(number(-5, { max_value: 10 })),
    "a scale downwards, of which another rule speaks": posted(rating(3, { scale_min: 5, scale_max: 1 })),
    "mapped bounds": posted(rating(9, { scale_max: "{{1.max}}" })),
    "a mapped default": posted(rating("{{1.rating}}")),
    "a mapped configuration": posted(request("rating", { response_config: "{{1.config}}", default_response: 9 })),
    "text, of which another rule speaks": posted(rating("9")),
    "another type": posted(request()),
  },
  bad: {
    "above a scale": { given: posted(rating(6)), reports: [{ message: "above", at: BODY, text: "6" }] },
    "below a scale": { given: posted(rating(0)), reports: [{ message: "below", at: BODY, text: "0" }] },
    "below the default start of a scale": {
      given: posted(rating(0.5, { scale_min: undefined })),
      reports: [{ message: "below", at: BODY, text: "0.5" }],
    },
    "above a range in an older spelling": {
      given: posted(number(11, { min: 0, max: 10 })),
      reports: [{ message: "above", at: BODY, text: "11" }],
    },
    "below a range in the app": {
      given: asked(number("1", { min_value: 5, max_value: 10 })),
      reports: [{ message: "below", at: field("default_response"), text: "1" }],
    },
  },
});
