import { hitlNewerResponseType } from "../../../../src/lint/rules/hitl/newer-response-type.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

describeRule(hitlNewerResponseType, {
  good: {
    "a type of Make's page": posted(request("boolean")),
    "a type that nobody knows, which another rule reports": posted(request("text", { response_type: "essay" })),
  },
  bad: {
    "a text to edit": {
      given: posted(request("editable_text")),
      reports: [{ message: "newer", at: BODY, text: '"editable_text"' }],
    },
    "a text to edit in the app": {
      given: asked(request("editable_text")),
      reports: [{ message: "newer", at: field("response_type"), text: "editable_text" }],
    },
  },
});
