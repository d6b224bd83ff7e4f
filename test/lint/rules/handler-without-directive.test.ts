import { handlerWithoutDirective } from "../../../src/lint/rules/handler-without-directive.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const handled = (...onerror: readonly JsonObject[]) =>
  blueprint([webhook(), module(2, "google-sheets:addRow", { version: 2, onerror })]);

describeRule(handlerWithoutDirective, {
  good: {
    "a directive alone": handled(module(3, "builtin:Commit")),
    "steps in front of a directive": handled(setVariable(3), module(4, "builtin:Break")),
    "a router, whose routes may say it": handled(router(3, [route(setVariable(4), module(5, "builtin:Ignore"))])),
    "no handler": blueprint([webhook(), setVariable(2)]),
    "a handler without modules": handled(),
  },
  bad: {
    "a step at the end": {
      given: handled(setVariable(3)),
      reports: [{ message: "ignored", at: "/flow/1/onerror/0/module" }],
    },
    "an answer to the webhook at the end": {
      given: handled(setVariable(3), module(4, "gateway:WebhookRespond")),
      reports: [{ message: "ignored", at: "/flow/1/onerror/1/module" }],
    },
  },
});
