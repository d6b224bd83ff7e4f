import { hitlTimeoutDefaultNotApplied } from "../../../../src/lint/rules/hitl/timeout-default-not-applied.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, mail, mailIf, module, routes, statusOf, watch, webhook } from "./flows.ts";

const approved = mailIf(3, "{{1.response_data}}", "approve");
const rejected = mailIf(4, "{{1.response_data}}", "reject");
const reports = [{ message: "dropped", at: "/flow/0/module" }];

describeRule(hitlTimeoutDefaultNotApplied, {
  good: {
    "a route for timeouts": blueprint([watch(), routes(2, [approved, rejected, mailIf(5, "{{1.status}}", "timeout")])]),
    "a fallback": blueprint([watch(), routes(2, [approved, mail(4)], 1)]),
    "a default in the mapping": blueprint([
      watch(),
      routes(2, [
        mailIf(3, '{{if(1.status = "timeout"; "reject"; 1.response_data)}}', "approve"),
        mailIf(4, '{{if(1.status = "timeout"; "reject"; 1.response_data)}}', "reject"),
      ]),
    ]),
    "a default where nothing is": blueprint([watch(), mailIf(2, '{{ifempty(1.response_data; "reject")}}', "reject")]),
    "all that is not completed": blueprint([
      watch(),
      routes(2, [approved, rejected, mailIf(5, "{{1.status}}", "completed", "text:notequal")]),
    ]),
    "a status that is kept": blueprint([
      watch(),
      module(2, "util:SetVariable2", { mapper: { name: "status", value: "{{1.status}}" } }),
      approved,
    ]),
    "an answer that nothing depends on": blueprint([watch(), mail(2, "{{1.response_data}}")]),
    "a no, which a timeout is taken for": blueprint([
      watch(),
      routes(2, [
        mailIf(3, "{{1.response_data}}", "true", "boolean:equal"),
        mailIf(4, "{{1.response_data}}", "false", "boolean:equal"),
      ]),
    ]),
    "an answer that was asked for": blueprint([webhook(), statusOf(1, "{{1.id}}"), approved]),
  },
  bad: {
    "routes for answers alone": { given: blueprint([watch(), routes(2, [approved, rejected])]), reports },
    "a filter that wants an answer": { given: blueprint([watch(), approved]), reports },
    "routes behind a filter on completed reviews": {
      given: blueprint([watch(), mailIf(2, "{{1.status}}", "completed"), routes(5, [approved, rejected])]),
      reports,
    },
    "a custom webhook": {
      given: blueprint([webhook(), mail(2, "{{1.request_id}}"), routes(5, [approved, rejected])]),
      reports,
    },
  },
});
