import { hitlResponseReadFromCreate } from "../../../../src/lint/rules/hitl/response-read-from-create.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, getStatus, mail, mailIf, post, routes, statusOf, webhook } from "./flows.ts";

const CONDITION = "/flow/2/filter/conditions/0/0/a";

describeRule(hitlResponseReadFromCreate, {
  good: {
    "the id of the request": blueprint([webhook(), ask(2), mail(3, "{{2.request_id}}: {{2.status}}")]),
    "the answer from the module that asks for the state": blueprint([
      webhook(),
      ask(2),
      statusOf(3, "{{2.request_id}}"),
      mailIf(4, "{{3.response_data}}", "approve"),
    ]),
    "the same over HTTP": blueprint([
      webhook(),
      post(2),
      getStatus(3, "{{2.data.data.request_id}}"),
      mailIf(4, "{{3.data.data.request.response_data}}", "approve"),
    ]),
    "a field of that name of another module": blueprint([
      webhook(),
      ask(2),
      mailIf(3, "{{1.response_data}}", "approve"),
    ]),
    "the state that it has": blueprint([webhook(), ask(2), mailIf(3, "{{2.status}}", "pending")]),
    "a state that is computed": blueprint([webhook(), ask(2), mailIf(3, "{{if(1.late; 1.status; 2.status)}}", "late")]),
    "any state but one": blueprint([webhook(), ask(2), mailIf(3, "{{2.status}}", "timeout", "text:notequal")]),
    "a name that only begins so": blueprint([webhook(), ask(2), mail(3, "{{2.response_data_url}}")]),
  },
  bad: {
    "a filter right behind the request": {
      given: blueprint([webhook(), ask(2), mailIf(3, "{{2.response_data}}", "approve")]),
      reports: [{ message: "answer", at: CONDITION, text: "2.response_data" }],
    },
    "the value in an answer": {
      given: blueprint([webhook(), ask(2), mailIf(3, "{{lower(2.response_data.selected_value)}}", "approve")]),
      reports: [{ message: "answer", at: CONDITION, text: "2.response_data.selected_value" }],
    },
    "the answer to a request over HTTP": {
      given: blueprint([webhook(), post(2), mailIf(3, "{{2.data.data.response_data}}", "approve")]),
      reports: [{ message: "answer", at: CONDITION, text: "2.data.data.response_data" }],
    },
    "a state that it never has": {
      given: blueprint([webhook(), post(2), mailIf(3, "{{2.data.data.status}}", "completed")]),
      reports: [{ message: "state", at: CONDITION, text: "2.data.data.status" }],
    },
    "who answered, on a route": {
      given: blueprint([webhook(), ask(2), routes(3, [mail(4, "Thanks, {{2.response_by.name}}"), mail(5)])]),
      reports: [{ message: "answer", at: "/flow/2/routes/0/flow/0/mapper/subject", text: "2.response_by.name" }],
    },
  },
});
