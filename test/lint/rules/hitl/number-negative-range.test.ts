import { hitlNumberNegativeRange } from "../../../../src/lint/rules/hitl/number-negative-range.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const range = (min_value: unknown, allow_negative?: unknown) => configured("number", { min_value, allow_negative });

describeRule(hitlNumberNegativeRange, {
  good: {
    "a range from 0 on": posted(request("number")),
    "negative numbers that are allowed": posted(range(-10, true)),
    "negative numbers that may be allowed": posted(range(-10, "{{1.allow}}")),
    "a mapped bound": posted(range("{{1.min}}")),
  },
  bad: {
    "negative numbers that are forbidden": {
      given: posted(range(-10, false)),
      reports: [{ message: "contradicts", at: BODY, text: "-10" }],
    },
    "nothing said in the app": {
      given: asked(range(-10)),
      reports: [{ message: "contradicts", at: field("response_config"), text: "-10" }],
    },
  },
});
