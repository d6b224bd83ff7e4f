import { hitlUnknownField } from "../../../../src/lint/rules/hitl/unknown-field.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, posted, request } from "./requests.ts";

const and = (more: object) => request("single_select", { ...more });

describeRule(hitlUnknownField, {
  good: {
    "documented fields": posted(and({ context: {}, platform_version: "1.0.0", tags: ["refund"], file_name: "a.pdf" })),
    "what is in a field": posted(and({ context: { anything: 1 } })),
    "keys of the app, which are not known well enough": asked(and({ another: 1 })),
  },
  bad: {
    "what belongs into the address": {
      given: posted(and({ loop_id: "65f1234567890abcdef12345" })),
      reports: [{ message: "unknown", at: BODY, text: '"loop_id"' }],
    },
    "slips and inventions": {
      given: posted(and({ metadata: {}, timeout_second: 60, assignee: "Ann" })),
      reports: [
        { message: "unknown", at: BODY, text: '"metadata"' },
        { message: "unknown", at: BODY, text: '"timeout_second"' },
        { message: "unknown", at: BODY, text: '"assignee"' },
      ],
    },
  },
});
