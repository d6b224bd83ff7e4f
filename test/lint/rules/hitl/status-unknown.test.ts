import { hitlStatusUnknown } from "../../../../src/lint/rules/hitl/status-unknown.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, mail, mailIf, module, statusOf, watch, webhook } from "./flows.ts";

const B = "/flow/1/filter/conditions/0/0/b";
const compared = (a: string, b: string, o = "text:equal") => blueprint([watch(), mailIf(2, a, b, o)]);

describeRule(hitlStatusUnknown, {
  good: {
    completed: compared("{{1.status}}", "completed"),
    "a status without regard to case": compared("{{1.status}}", "Completed", "text:equal:ci"),
    "an event": compared("{{1.event}}", "request.timeout"),
    "a part of an event": compared("{{1.event}}", "timeout", "text:contain"),
    "a mapped status": compared("{{1.status}}", "{{var.input.status}}"),
    "a status that one asks for": blueprint([webhook(), statusOf(2, "{{1.id}}"), mailIf(3, "{{2.status}}", "pending")]),
    "a status of another module": blueprint([webhook(), mailIf(2, "{{1.status}}", "paid")]),
    "a code of HTTP": compared("{{1.statusCode}}", "200"),
    "the cases of a switch": blueprint([watch(), mail(2, '{{switch(1.status; "timeout"; 1; "completed"; 2; 3)}}')]),
  },
  bad: {
    "a status of another spelling": {
      given: compared("{{1.status}}", "canceled"),
      reports: [{ message: "never", at: B, text: "canceled", help: "Did you mean `cancelled`?" }],
    },
    "a status in capitals": {
      given: compared("{{1.status}}", "Completed"),
      reports: [{ message: "never", at: B, help: "Write `completed`" }],
    },
    "an answer in place of a status": {
      given: compared("{{1.status}}", "approved", "text:notequal"),
      reports: [{ message: "never", at: B, help: "Write `pending`, `completed`, `timeout` or `cancelled`" }],
    },
    "an event without what stands before it": {
      given: compared("{{lower(1.event)}}", "completed"),
      reports: [{ message: "never", at: B, help: "Write `request.completed`" }],
    },
    "a status of older pages": {
      given: compared("{{1.status}}", "claimed"),
      reports: [{ message: "older", at: B }],
    },
    "a status in a mapping": {
      given: blueprint([watch(), mail(2, '{{if(1.status = "expired"; 1; 2)}}')]),
      reports: [{ message: "never", at: "/flow/1/mapper/subject", text: '"expired"' }],
    },
    "a case of a switch": {
      given: blueprint([watch(), mail(2, '{{switch(1.status; "timed out"; 1; 2)}}')]),
      reports: [{ message: "never", at: "/flow/1/mapper/subject", text: '"timed out"' }],
    },
    "a case of the module Switch": {
      given: blueprint([
        watch(),
        module(2, "util:Switcher", { mapper: { input: "{{1.status}}", casesTable: [{ pattern: "done", output: 1 }] } }),
      ]),
      reports: [{ message: "never", at: "/flow/1/mapper/casesTable/0/pattern" }],
    },
  },
});
