import { CREATE_REQUEST_REQUIRED } from "../../../catalog/hitl/app.ts";
import { REQUIRED_FIELDS } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

/** What a start could look like, by field. */
const EXAMPLES: Readonly<Record<string, string>> = {
  loop_id: "the id of the loop that shall answer",
  processing_type: '`"processing_type": "time-sensitive"`',
  type: '`"type": "markdown"`',
  priority: '`"priority": "medium"`',
  request_text: "`request_text` with the question to the reviewers",
  response_type: '`response_type`, such as `"single_select"`',
  response_config: '`response_config`, such as `{"options": ["Approve", "Reject"]}`',
  platform: '`"platform": "api"`',
};

export const hitlRequiredField = defineRequestRule({
  id: "hitl/required-field",
  gravity: "refused",
  summary: "A review request lacks a field that HITL.sh requires",

  messages: {
    missing: (d: { field: string }) => `The review request has no \`${d.field}\``,
  },

  check({ form, body }, report) {
    for (const field of form === "make" ? CREATE_REQUEST_REQUIRED : REQUIRED_FIELDS) {
      if (!body.lacks(field)) continue;
      report("missing", { at: body.name, data: { field }, help: `Add ${EXAMPLES[field]}` });
    }
  },
});
