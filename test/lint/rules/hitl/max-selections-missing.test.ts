import { hitlMaxSelectionsMissing } from "../../../../src/lint/rules/hitl/max-selections-missing.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlMaxSelectionsMissing, {
  good: {
    "a number of choices": posted(request("multi_select")),
    "a mapped number": posted(configured("multi_select", { max_selections: "{{1.max}}" })),
    "a single select": posted(request()),
  },
  bad: {
    "none in a body": {
      given: posted(configured("multi_select", { max_selections: undefined })),
      reports: [{ message: "missing", at: BODY, text: '"response_config"' }],
    },
    "none in the app": {
      given: asked(configured("multi_select", { max_selections: undefined, options: undefined })),
      reports: [{ message: "missing", at: field("response_config") }],
    },
  },
});
