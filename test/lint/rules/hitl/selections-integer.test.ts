import { hitlSelectionsInteger } from "../../../../src/lint/rules/hitl/selections-integer.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlSelectionsInteger, {
  good: {
    "whole numbers": posted(request("multi_select")),
    "mapped ones": posted(configured("multi_select", { min_selections: "{{1.min}}", max_selections: "{{1.max}}" })),
    "a single select": posted(configured("single_select", { max_selections: 0 })),
  },
  bad: {
    "nothing to choose": {
      given: posted(configured("multi_select", { max_selections: 0 })),
      reports: [{ message: "low", at: BODY, text: "0" }],
    },
    "a negative number": {
      given: posted(configured("multi_select", { min_selections: -1 })),
      reports: [{ message: "low", at: BODY, text: "-1" }],
    },
    "a fraction and a text": {
      given: asked(configured("multi_select", { min_selections: 0.5, max_selections: "3" })),
      reports: [
        { message: "notWhole", at: field("response_config"), text: "0.5" },
        { message: "notWhole", at: field("response_config"), text: '"3"' },
      ],
    },
  },
});
