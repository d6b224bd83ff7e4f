import { hitlFalsyAnswer } from "../../../../src/lint/rules/hitl/falsy-answer.ts";
import { filter } from "../../blueprints.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, type JsonObject, mail, mailIf, statusOf, watch, webhook } from "./flows.ts";
import { request } from "./requests.ts";

type Type = "boolean" | "number" | "text";
const asking = (type: Type, ...then: readonly JsonObject[]) =>
  blueprint([webhook(), ask(2, request(type)), statusOf(3, "{{2.request_id}}"), ...then]);
const asked = (type: Type, mapping: string) => asking(type, mail(4, mapping));
const answered = (...then: readonly JsonObject[]) => asking("boolean", ...then);
const AT = "/flow/3/mapper/subject";

describeRule(hitlFalsyAnswer, {
  good: {
    "a default for what is missing": asked("boolean", "{{ifempty(3.response_data; false)}}"),
    "a yes-or-no question of a yes-or-no answer": asked("boolean", '{{if(3.response_data; "yes"; "no")}}'),
    "a number that is compared": asked("number", '{{if(3.response_data > 0; "some"; "none")}}'),
    "a text": asked("text", '{{3.response_data || "nothing"}}'),
    "an answer of a type that is not known": blueprint([watch(), mail(2, '{{1.response_data || "nothing"}}')]),
    "a yes-or-no answer and something else": asked("boolean", '{{if(3.response_data & 1.paid; "yes"; "no")}}'),
    "a yes-or-no answer that is turned round": asked("boolean", '{{if(!3.response_data; "no"; "yes")}}'),
    "a number that was made a text": asked("number", '{{toString(3.response_data) || "nothing"}}'),
    "a wait for an answer that is compared later": answered(
      mailIf(4, "{{3.response_data}}"),
      mailIf(5, "{{3.response_data}}", "true", "boolean:equal"),
    ),
    "a wait for an answer that is passed on": answered(
      mail(4, "{{3.response_data}}", filter("{{3.response_data}}", "exist")),
    ),
    "a wait for a text": asking("text", mailIf(4, "{{3.response_data}}")),
    "two answers of which one must hold": asked("boolean", "{{3.status || 3.response_data}}"),
  },
  bad: {
    "a number and something else": {
      given: asked("number", '{{if(1.paid && 3.response_data; "some"; "none")}}'),
      reports: [{ message: "condition", at: AT, text: "3.response_data" }],
    },
    "a number in front of something else": {
      given: asked("number", "{{3.response_data & 1.paid}}"),
      reports: [{ message: "condition", at: AT, text: "3.response_data" }],
    },
    "a number that is turned round": {
      given: asked("number", '{{if(!(3.response_data); "nobody answered"; "some")}}'),
      reports: [{ message: "condition", at: AT, text: "(3.response_data)" }],
    },
    "a yes-or-no answer that only has to be there": {
      given: answered(mailIf(4, "{{3.response_data}}")),
      reports: [{ message: "exists", at: "/flow/3/filter/conditions/0/0" }],
    },
    "a callback with a yes-or-no answer that only has to be there": {
      given: blueprint([watch(), mailIf(2, "{{1.response_data.boolean}}")]),
      reports: [{ message: "exists", at: "/flow/1/filter/conditions/0/0" }],
    },
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
