import { hitlNumberMaxRequired } from "../../../../src/lint/rules/hitl/number-max-required.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

describeRule(hitlNumberMaxRequired, {
  good: {
    "a greatest value": posted(request("number")),
    "an older spelling": posted(request("number", { response_config: { max: 5 } })),
    "a mapped configuration": posted(request("number", { response_config: "{{1.config}}" })),
  },
  bad: {
    "a smallest value alone": {
      given: posted(request("number", { response_config: { min_value: 0 } })),
      reports: [{ message: "missing", at: BODY, text: '"response_config"' }],
    },
    "nothing in the app": {
      given: asked(request("number", { response_config: {} })),
      reports: [{ message: "missing", at: field("response_config") }],
    },
  },
});
