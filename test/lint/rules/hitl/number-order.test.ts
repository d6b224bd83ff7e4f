import { hitlNumberOrder } from "../../../../src/lint/rules/hitl/number-order.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const range = (response_config: object) => posted(request("number", { response_config }));

describeRule(hitlNumberOrder, {
  good: {
    "a range": range({ min_value: -1, max_value: 0 }),
    "an upper bound alone, as the default is not certain": range({ max_value: 0 }),
    "a mapped bound": range({ min_value: "{{1.min}}", max_value: 0 }),
  },
  bad: {
    "a single number": {
      given: range({ min_value: 10, max_value: 10 }),
      reports: [{ message: "crossed", at: BODY, text: "10" }],
    },
    "a range downwards": {
      given: range({ min: 100, max: 10 }),
      reports: [{ message: "crossed", at: BODY, text: "10" }],
    },
  },
});
