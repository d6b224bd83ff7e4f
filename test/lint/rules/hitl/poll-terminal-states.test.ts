import { hitlPollTerminalStates } from "../../../../src/lint/rules/hitl/poll-terminal-states.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, getStatus, mail, mailIf, routes, statusOf, watch, webhook } from "./flows.ts";

const asking = statusOf(2, "{{1.id}}");
const completed = mailIf(4, "{{2.status}}", "completed");

describeRule(hitlPollTerminalStates, {
  good: {
    "all ways in which it ends": blueprint([
      webhook(),
      asking,
      routes(3, [completed, mailIf(5, "{{2.status}}", "timeout"), mailIf(6, "{{2.status}}", "cancelled")]),
    ]),
    "all that is no longer pending": blueprint([
      webhook(),
      asking,
      mailIf(3, "{{2.status}}", "pending", "text:notequal"),
      routes(4, [completed]),
    ]),
    "a fallback": blueprint([webhook(), asking, routes(3, [completed, mail(5)], 1)]),
    "a state that is kept": blueprint([webhook(), asking, mail(3, "It is {{2.status}}"), completed]),
    "a callback, which comes at the end": blueprint([watch(), mailIf(2, "{{1.status}}", "completed")]),
    "an answer without its state": blueprint([webhook(), asking, mailIf(3, "{{2.response_data}}", "approve")]),
  },
  bad: {
    "a filter on completed reviews": {
      given: blueprint([webhook(), asking, completed]),
      reports: [{ message: "onlyCompleted", at: "/flow/2/filter/conditions/0/0/b", text: "completed" }],
    },
    "the same over HTTP": {
      given: blueprint([
        webhook(),
        getStatus(2, "{{1.id}}"),
        routes(3, [mailIf(4, "{{2.data.data.request.status}}", "completed")]),
      ]),
      reports: [{ message: "onlyCompleted", at: "/flow/2/routes/0/flow/0/filter/conditions/0/0/b" }],
    },
  },
});
