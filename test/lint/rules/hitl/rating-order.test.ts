import { hitlRatingOrder } from "../../../../src/lint/rules/hitl/rating-order.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const scale = (response_config: object) => posted(request("rating", { response_config }));

describeRule(hitlRatingOrder, {
  good: {
    "a scale upwards": scale({ scale_min: -5, scale_max: 5 }),
    "an end above the default start": scale({ scale_max: 2 }),
    "a mapped start": scale({ scale_min: "{{1.min}}", scale_max: 0 }),
    "an end that is missing, which another rule reports": scale({ scale_min: 5 }),
  },
  bad: {
    "a scale of one": {
      given: scale({ scale_min: 5, scale_max: 5 }),
      reports: [{ message: "crossed", at: BODY, text: "5" }],
    },
    "a scale downwards": {
      given: scale({ scale_min: 10, scale_max: 1 }),
      reports: [{ message: "crossed", at: BODY, text: "1" }],
    },
    "an end below the default start": {
      given: scale({ max: 0 }),
      reports: [{ message: "crossed", at: BODY, text: "0" }],
    },
  },
});
