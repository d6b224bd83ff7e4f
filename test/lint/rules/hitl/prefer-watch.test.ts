import { hitlPreferWatch } from "../../../../src/lint/rules/hitl/prefer-watch.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, getStatus, post, sleep, statusOf, webhook } from "./flows.ts";

const asking = statusOf(4, "{{2.request_id}}");

describeRule(hitlPreferWatch, {
  good: {
    "a callback besides": blueprint([webhook(), ask(2, { callback_url: "https://hook.eu1.make.com/a" }), asking]),
    "a request of another scenario": blueprint([webhook(), statusOf(2, "{{1.request_id}}")]),
    "another request than the one here": blueprint([webhook(), ask(2), statusOf(4, "{{1.request_id}}")]),
  },
  bad: {
    "a question after a wait": {
      given: blueprint([webhook(), ask(2), sleep(3, "300"), asking]),
      reports: [{ message: "asks", at: "/flow/3/module" }],
    },
    "the same over HTTP": {
      given: blueprint([webhook(), post(2), getStatus(4, "{{2.data.data.request_id}}")]),
      reports: [{ message: "asks", at: "/flow/2/module" }],
    },
  },
});
