import { webhookResponseTwice } from "../../../src/lint/rules/webhook-response-twice.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const respond = (id: number, more: JsonObject = {}) =>
  module(id, "gateway:WebhookRespond", { mapper: { status: "200", body: "" }, ...more });

describeRule(webhookResponseTwice, {
  good: {
    "one answer on each route": blueprint([webhook(), router(2, [route(respond(3)), route(respond(4))])]),
    "an answer when the one before has failed": blueprint([webhook(), respond(2, { onerror: [respond(3)] })]),
    "an answer when something before has failed": blueprint([
      webhook(),
      setVariable(2, "", { onerror: [respond(3)] }),
      respond(4),
    ]),
  },
  bad: {
    "two in a row": {
      given: blueprint([webhook(), respond(2), setVariable(3), respond(4)]),
      reports: [{ message: "twice", at: "/flow/3/module" }],
    },
    "one before a router and one on a route": {
      given: blueprint([webhook(), respond(2), router(3, [route(setVariable(4), respond(5)), route(setVariable(6))])]),
      reports: [{ message: "twice", at: "/flow/2/routes/0/flow/1/module" }],
    },
    "one when something behind the answer has failed": {
      given: blueprint([webhook(), respond(2), setVariable(3, "", { onerror: [respond(4)] })]),
      reports: [{ message: "twice", at: "/flow/2/onerror/0/module" }],
    },
  },
});
