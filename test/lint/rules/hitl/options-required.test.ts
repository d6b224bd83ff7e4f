import { hitlOptionsRequired } from "../../../../src/lint/rules/hitl/options-required.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlOptionsRequired, {
  good: {
    "a list": posted(request()),
    "a mapped list": posted(configured("single_select", { options: "{{1.options}}" })),
    "a list that a mapping writes": asked(request("multi_select", { response_config: '{"options": {{1.options}}}' })),
    "another type": posted(request("rating")),
    "members that a mapping names": asked(request("single_select", { response_config: '{"{{1.key}}": []}' })),
  },
  bad: {
    "none in a body": {
      given: posted(request("single_select", { response_config: {} })),
      reports: [{ message: "missing", at: BODY, text: '"response_config"' }],
    },
    "none in the app": {
      given: asked(request("multi_select", { response_config: {} })),
      reports: [{ message: "missing", at: field("response_config") }],
    },
    "text with commas": {
      given: posted(configured("single_select", { options: "Approve, Reject" })),
      reports: [{ message: "notList", at: BODY, text: '"Approve, Reject"' }],
    },
    "an object": {
      given: posted(configured("single_select", { options: { approve: "Approve" } })),
      reports: [{ message: "notList", at: BODY, text: '{"approve":"Approve"}' }],
    },
  },
});
