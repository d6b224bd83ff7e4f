import { incompleteExecutionsOff } from "../../../src/lint/rules/incomplete-executions-off.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const post = (id: number, more = {}) => module(id, "slack:CreateMessage", { version: 4, ...more });
const at = "/metadata/scenario/dlq";

describeRule(incompleteExecutionsOff, {
  good: {
    "failed runs are stored": blueprint([webhook(), post(2)], { dlq: true }),
    "nothing is written": blueprint([webhook(), setVariable(2), module(3, "google-sheets:filterRows", { version: 2 })]),
    "every module that writes has a handler": blueprint([
      webhook(),
      post(2, { onerror: [module(3, "builtin:Ignore")] }),
    ]),
    "only the error handler writes": blueprint([
      webhook(),
      module(2, "google-sheets:filterRows", { version: 2, onerror: [post(3), module(4, "builtin:Ignore")] }),
    ]),
    "only the first module writes": blueprint([post(1)]),
    "an answer to the webhook, which cannot fail": blueprint([webhook(), module(2, "gateway:WebhookRespond")]),
    "a Break handler, which has an error of its own": blueprint([
      webhook(),
      post(2, { onerror: [module(3, "builtin:Break")] }),
      post(4),
    ]),
    "an app that nothing is known of": blueprint([webhook(), module(2, "my-app:Do")]),
  },
  bad: {
    "a blueprint without settings": {
      given: blueprint([webhook(), post(2)], {}, { scenario: undefined }),
      reports: [{ message: "lost", at: "/metadata" }],
    },
    "a message that is not sent": {
      given: blueprint([webhook(), post(2)]),
      reports: [{ message: "lost", at }],
    },
    "several of them, on routes, are told once": {
      given: blueprint([webhook(), router(2, [route(post(3)), route(post(4))])], { dlq: undefined }),
      reports: [{ message: "lost", at }],
    },
  },
});
