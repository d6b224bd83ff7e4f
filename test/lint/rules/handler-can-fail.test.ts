import { handlerCanFail } from "../../../src/lint/rules/handler-can-fail.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const tell = (id: number, more = {}) => module(id, "slack:CreateMessage", { version: 4, ...more });
const ignore = (id: number) => module(id, "builtin:Ignore");
const handled = (...onerror: readonly JsonObject[]) =>
  blueprint([webhook(), module(2, "google-sheets:addRow", { version: 2, onerror })]);

describeRule(handlerCanFail, {
  good: {
    "a directive alone": handled(ignore(3)),
    "steps that cannot fail": handled(setVariable(3), ignore(4)),
    "a step with a handler of its own": handled(tell(3, { onerror: [ignore(4)] }), ignore(5)),
    "an app that nothing is known of": handled(module(3, "pager:Call"), ignore(4)),
    "a step behind the directive, which does not run": handled(ignore(3), tell(4)),
    "a step outside of error handlers": blueprint([webhook(), tell(2)]),
  },
  bad: {
    "a message to somebody": {
      given: handled(tell(3), ignore(4)),
      reports: [{ message: "fails", at: "/flow/1/onerror/0/module" }],
    },
    "a message on a route of the handler": {
      given: handled(router(3, [route(tell(4), ignore(5))])),
      reports: [{ message: "fails", at: "/flow/1/onerror/0/routes/0/flow/0/module" }],
    },
  },
});
