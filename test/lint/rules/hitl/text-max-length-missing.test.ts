import { hitlTextMaxLengthMissing } from "../../../../src/lint/rules/hitl/text-max-length-missing.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

describeRule(hitlTextMaxLengthMissing, {
  good: {
    "a greatest length": posted(request("text")),
    "another type": posted(request("rating")),
    "a mapped configuration": posted(request("text", { response_config: "{{1.config}}" })),
  },
  bad: {
    "an empty configuration": {
      given: posted(request("text", { response_config: {} })),
      reports: [{ message: "missing", at: BODY, text: '"response_config"' }],
    },
    "an empty configuration in the app": {
      given: asked(request("text", { response_config: {} })),
      reports: [{ message: "missing", at: field("response_config") }],
    },
  },
});
