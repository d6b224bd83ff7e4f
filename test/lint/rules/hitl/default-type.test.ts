import { hitlDefaultType } from "../../../../src/lint/rules/hitl/default-type.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const fallback = (type: Parameters<typeof request>[0], default_response: unknown) =>
  request(type, { default_response });

describeRule(hitlDefaultType, {
  good: {
    "text for a text": posted(fallback("text", "42")),
    "one option": posted(fallback("single_select", "reject")),
    "a list of options": posted(fallback("multi_select", ["Tone", "{{1.other}}"])),
    "a bare text for a multi-select, of which another rule speaks": posted(fallback("multi_select", "Tone")),
    "a mapped number": posted(fallback("rating", "{{1.rating}}")),
    "text that stands for a number in the app": asked(fallback("number", "149.99")),
    "text that stands for a truth in the app": asked(fallback("boolean", "false")),
    "text that stands for a list in the app": asked(fallback("multi_select", '["Tone"]')),
    "a response type that is mapped": posted(request("rating", { response_type: "{{1.type}}", default_response: "x" })),
  },
  bad: {
    "a number for a text": {
      given: posted(fallback("text", 42)),
      reports: [{ message: "wrong", at: BODY, text: "42" }],
    },
    "a list for one option": {
      given: posted(fallback("single_select", ["Reject"])),
      reports: [{ message: "wrong", at: BODY, text: '["Reject"]' }],
    },
    "numbers in a list of options": {
      given: posted(fallback("multi_select", [1, 2])),
      reports: [{ message: "wrong", at: BODY, text: "[1,2]" }],
    },
    "text for a rating": {
      given: posted(fallback("rating", "3")),
      reports: [{ message: "wrong", at: BODY, text: '"3"' }],
    },
    "a label for a truth": {
      given: posted(fallback("boolean", "No")),
      reports: [{ message: "wrong", at: BODY, text: '"No"' }],
    },
    "a word for a number in the app": {
      given: asked(fallback("number", "ten")),
      reports: [{ message: "wrong", at: field("default_response"), text: "ten" }],
    },
  },
});
