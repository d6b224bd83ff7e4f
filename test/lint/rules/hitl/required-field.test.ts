import { hitlRequiredField } from "../../../../src/lint/rules/hitl/required-field.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, posted, request } from "./requests.ts";

describeRule(hitlRequiredField, {
  good: {
    "a request with all of them": posted(request()),
    "what Make's app has no field or a default for": asked(
      request("single_select", { processing_type: undefined, priority: "", platform: undefined }),
    ),
    "fields in camel case": asked(
      { loop_id: undefined, loopId: "{{1.loop}}", requestText: "?", responseType: "boolean", responseConfig: "{}" },
      "hitl-sh:CreateARequest",
    ),
    "members that a mapping names": posted('{"{{1.key}}": "x"}'),
    "a body that only exists at run time": posted("{{1.json}}"),
  },
  bad: {
    "a body without a field": {
      given: posted(request("single_select", { platform: undefined })),
      reports: [{ message: "missing", at: BODY }],
    },
    "fields that are null": {
      given: posted(request("single_select", { priority: null, response_config: null })),
      reports: [
        { message: "missing", at: BODY },
        { message: "missing", at: BODY },
      ],
    },
    "an empty field of the app": {
      given: asked(request("single_select", { request_text: "" })),
      reports: [{ message: "missing", at: "/flow/1/module" }],
    },
    "the app without a loop": {
      given: asked(request("single_select", { loop_id: "" })),
      reports: [{ message: "missing", at: "/flow/1/module" }],
    },
  },
});
