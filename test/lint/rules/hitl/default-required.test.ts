import { hitlDefaultRequired } from "../../../../src/lint/rules/hitl/default-required.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, posted, request } from "./requests.ts";

describeRule(hitlDefaultRequired, {
  good: {
    "a default": posted(request()),
    "falsy defaults": posted(request("boolean", { default_response: false })),
    "an empty list": posted(request("multi_select", { default_response: [] })),
    "a mapped default": asked(request("single_select", { default_response: "{{1.default}}" })),
  },
  bad: {
    "a body without one": {
      given: posted(request("rating", { default_response: undefined })),
      reports: [{ message: "missing", at: BODY }],
    },
    null: {
      given: posted(request("rating", { default_response: null })),
      reports: [{ message: "missing", at: BODY }],
    },
    "an empty field of the app": {
      given: asked(request("rating", { default_response: "" })),
      reports: [{ message: "missing", at: "/flow/1/module" }],
    },
  },
});
