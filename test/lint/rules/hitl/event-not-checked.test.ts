import { hitlEventNotChecked } from "../../../../src/lint/rules/hitl/event-not-checked.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, getStatus, mail, mailIf, module, routes, statusOf, watch, webhook } from "./flows.ts";

const answer = "The team says {{1.response_data}}";
const SUBJECT = "/flow/1/mapper/subject";

describeRule(hitlEventNotChecked, {
  good: {
    "a filter on the status": blueprint([watch(), mailIf(2, "{{1.status}}", "completed"), mail(3, answer)]),
    "a filter on the event, before the router": blueprint([
      watch(),
      mailIf(2, "{{1.event}}", "request.completed"),
      routes(3, [mail(4, answer), mail(5, answer)]),
    ]),
    "a filter on the answer itself": blueprint([watch(), mailIf(2, "{{1.response_data}}", "approve"), mail(3, answer)]),
    "a mapping that looks at the status": blueprint([
      watch(),
      mail(2, '{{if(1.status = "timeout"; "reject"; 1.response_data)}}'),
    ]),
    "a mapping with a value for what is missing": blueprint([
      watch(),
      mail(2, '{{ifempty(1.response_data; "reject")}}'),
    ]),
    "a mapping that compares": blueprint([watch(), mail(2, '{{if(1.response_data = "approve"; "yes"; "no")}}')]),
    "a switch": blueprint([
      watch(),
      module(2, "util:Switcher", { mapper: { input: "{{1.response_data}}", casesTable: [], elseOutput: "nobody" } }),
    ]),
    "a yes that is asked for": blueprint([watch(), mailIf(2, "{{1.response_data}}", "true", "boolean:equal")]),
    "a status that was kept before": blueprint([
      watch(),
      module(2, "util:SetVariable2", { mapper: { name: "status", value: "{{1.status}}" } }),
      mail(3, answer),
    ]),
    "the route for all that the others do not want": blueprint([
      watch(),
      routes(2, [mailIf(3, "{{1.status}}", "timeout"), mail(4, answer)], 1),
    ]),
    "a webhook of another service": blueprint([webhook(), mail(2, answer)]),
  },
  bad: {
    "an answer that is sent on at once": {
      given: blueprint([watch(), mail(2, answer)]),
      reports: [{ message: "callback", at: SUBJECT, text: "1.response_data" }],
    },
    "a custom webhook that HITL.sh calls": {
      given: blueprint([webhook(), mail(2, `{{1.request_id}}: ${answer}`)]),
      reports: [{ message: "callback", at: SUBJECT, text: "1.response_data" }],
    },
    "a refusal that is told apart, which nothing is, too": {
      given: blueprint([watch(), mailIf(2, "{{1.response_data}}", "reject", "text:notequal")]),
      reports: [{ message: "callback", at: "/flow/1/filter/conditions/0/0/a", text: "1.response_data" }],
    },
    "a no, which nothing is, too": {
      given: blueprint([watch(), mailIf(2, "{{1.response_data}}", "false", "boolean:equal")]),
      reports: [{ message: "callback", at: "/flow/1/filter/conditions/0/0/a", text: "1.response_data" }],
    },
    "another form of the same answer": {
      given: blueprint([watch(), mail(2, "{{ifempty(1.response_data.selected_value; 1.response_data)}}")]),
      reports: [{ message: "callback", at: SUBJECT, text: "1.response_data.selected_value" }],
    },
    "a look at the status on another route": {
      given: blueprint([watch(), routes(2, [mailIf(3, "{{1.status}}", "completed"), mail(4, answer)])]),
      reports: [{ message: "callback", at: "/flow/1/routes/1/flow/0/mapper/subject", text: "1.response_data" }],
    },
    "an answer that was asked for and may not be there yet": {
      given: blueprint([webhook(), statusOf(2, "{{1.id}}"), mail(3, "{{2.response_data}}")]),
      reports: [{ message: "status", at: "/flow/2/mapper/subject", text: "2.response_data" }],
    },
    "the same over HTTP": {
      given: blueprint([webhook(), getStatus(2, "{{1.id}}"), mail(3, "{{2.data.data.request.response_data}}")]),
      reports: [{ message: "status", at: "/flow/2/mapper/subject", text: "2.data.data.request.response_data" }],
    },
  },
});
