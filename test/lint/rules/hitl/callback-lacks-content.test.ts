import { hitlCallbackLacksContent } from "../../../../src/lint/rules/hitl/callback-lacks-content.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, getStatus, mail, watch, webhook } from "./flows.ts";

const AT = "/flow/1/mapper/subject";

describeRule(hitlCallbackLacksContent, {
  good: {
    "what a callback carries": blueprint([
      watch(),
      mail(2, "{{1.request_id}} {{1.response_by.email}} {{1.created_at}}"),
    ]),
    "the content from the request itself": blueprint([
      watch(),
      getStatus(2, "{{1.request_id}}"),
      mail(3, "{{2.data.data.request.context.order}} {{2.data.data.request.request_text}}"),
    ]),
    "the older form of a callback": blueprint([watch(), mail(2, "{{1.data.request.request_text}}")]),
    "a webhook of another service": blueprint([webhook(), mail(2, "{{1.context}}")]),
  },
  bad: {
    "the context": {
      given: blueprint([watch(), mail(2, "Order {{1.context.order}}")]),
      reports: [{ message: "absent", at: AT, text: "1.context.order" }],
    },
    "the text, from a custom webhook that HITL.sh calls": {
      given: blueprint([webhook(), mail(2, "{{1.request_id}} {{1.response_data}} {{1.request_text}}")]),
      reports: [{ message: "absent", at: AT, text: "1.request_text" }],
    },
    "the default": {
      given: blueprint([watch(), mail(2, "{{ifempty(1.response_data; 1.default_response)}}")]),
      reports: [{ message: "absent", at: AT, text: "1.default_response" }],
    },
  },
});
