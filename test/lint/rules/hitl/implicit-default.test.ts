import { hitlImplicitDefault } from "../../../../src/lint/rules/hitl/implicit-default.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const missing = { message: "disputed", at: BODY, text: '"response_config"' };

describeRule(hitlImplicitDefault, {
  good: {
    "everything written": posted(request("number")),
    "an older spelling": posted(
      request("number", { response_config: { min: 0, max: 9, decimal_places: 0, required: true } }),
    ),
    "a mapped configuration": posted(request("number", { response_config: "{{1.config}}" })),
  },
  bad: {
    "a number": {
      given: posted(request("number", { response_config: { max_value: 9 } })),
      reports: [missing, missing, missing],
    },
    "a multi-select": {
      given: posted(request("multi_select", { response_config: { options: ["A", "B"], max_selections: 2 } })),
      reports: [missing, missing],
    },
    "a boolean of the app": {
      given: asked(request("boolean", { response_config: {} })),
      reports: [{ message: "disputed", at: field("response_config") }],
    },
  },
});
