import { hitlFalsyAnswer } from "../../../../src/lint/rules/hitl/falsy-answer.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, mail, statusOf, watch, webhook } from "./flows.ts";
import { request } from "./requests.ts";

const asked = (type: "boolean" | "number" | "text", mapping: string) =>
  blueprint([webhook(), ask(2, request(type)), statusOf(3, "{{2.request_id}}"), mail(4, mapping)]);
const AT = "/flow/3/mapper/subject";

describeRule(hitlFalsyAnswer, {
  good: {
    "a default for what is missing": asked("boolean", "{{ifempty(3.response_data; false)}}"),
    "a yes-or-no question of a yes-or-no answer": asked("boolean", '{{if(3.response_data; "yes"; "no")}}'),
    "a number that is compared": asked("number", '{{if(3.response_data > 0; "some"; "none")}}'),
    "a text": asked("text", '{{3.response_data || "nothing"}}'),
    "an answer of a type that is not known": blueprint([watch(), mail(2, '{{1.response_data || "nothing"}}')]),
    "two answers of which one must hold": asked("boolean", "{{3.status || 3.response_data}}"),
  },
  bad: {
    "a default by an operator": {
      given: asked("boolean", "{{3.response_data || true}}"),
      reports: [{ message: "replaced", at: AT, text: "3.response_data" }],
    },
    "a number that is asked whether it is there": {
      given: asked("number", '{{if(3.response_data; "paid"; "nobody answered")}}'),
      reports: [{ message: "condition", at: AT, text: "3.response_data" }],
    },
    "a callback whose answer is read as a boolean": {
      given: blueprint([watch(), mail(2, "{{1.response_data.boolean || true}}")]),
      reports: [{ message: "replaced", at: "/flow/1/mapper/subject", text: "1.response_data.boolean" }],
    },
    "a rating of either form": {
      given: blueprint([watch(), mail(2, "{{if(ifempty(1.response_data.rating; 1.response_data); 1; 2)}}")]),
      reports: [
        {
          message: "condition",
          at: "/flow/1/mapper/subject",
          text: "ifempty(1.response_data.rating; 1.response_data)",
        },
      ],
    },
  },
});
