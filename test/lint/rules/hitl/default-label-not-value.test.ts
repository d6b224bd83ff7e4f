import { hitlDefaultLabelNotValue } from "../../../../src/lint/rules/hitl/default-label-not-value.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted, request } from "./requests.ts";

const options = [
  { value: "ok", label: "Approve" },
  { value: "reject", label: "Reject" },
];

describeRule(hitlDefaultLabelNotValue, {
  good: {
    "a value": posted(configured("single_select", { options }, { default_response: "ok" })),
    "a label that differs from its value by its letters only": posted(
      configured("single_select", { options }, { default_response: "Reject" }),
    ),
    "an option that is a text": posted(request("single_select", { default_response: "Reject" })),
    "another type": posted(request("rating")),
  },
  bad: {
    "a label": {
      given: posted(configured("single_select", { options }, { default_response: "Approve" })),
      reports: [{ message: "label", at: BODY, text: '"Approve"' }],
    },
    "a label in a list": {
      given: posted(configured("multi_select", { options }, { default_response: ["reject", "approve"] })),
      reports: [{ message: "label", at: BODY, text: '"approve"' }],
    },
  },
});
