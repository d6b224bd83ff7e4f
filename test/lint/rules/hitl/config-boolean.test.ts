import { hitlConfigBoolean } from "../../../../src/lint/rules/hitl/config-boolean.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlConfigBoolean, {
  good: {
    "a mapped configuration": posted(request("rating", { response_config: "{{1.config}}" })),
    "a type that is mapped": posted(configured("rating", { required: "yes" }, { response_type: "{{1.type}}" })),
    "true and false": posted(configured("number", { allow_negative: false })),
    "a mapped one": posted(configured("number", { allow_negative: "{{1.allow}}" })),
    "a switch of another type, of which another rule speaks": posted(configured("rating", { allow_negative: "yes" })),
    "no switch": posted(request("text", { response_config: {} })),
  },
  bad: {
    "text for one": {
      given: posted(configured("single_select", { required: "true" })),
      reports: [{ message: "notBoolean", at: BODY, text: '"true"' }],
    },
    "a number for one in the app": {
      given: asked(configured("number", { allow_negative: 1 })),
      reports: [{ message: "notBoolean", at: field("response_config"), text: "1" }],
    },
  },
});
