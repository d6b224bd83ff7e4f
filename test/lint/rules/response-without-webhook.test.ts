import { responseWithoutWebhook } from "../../../src/lint/rules/response-without-webhook.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const respond = (id: number) => module(id, "gateway:WebhookRespond", { mapper: { status: "200", body: "" } });

describeRule(responseWithoutWebhook, {
  good: {
    "an answer to a webhook": blueprint([webhook(), respond(2)]),
    "a scenario that answers nothing": blueprint([setVariable(1)]),
    "one that hangs on nothing": blueprint([setVariable(1)], {}, { designer: { orphans: [[respond(2)]] } }),
    "no modules": blueprint([]),
  },
  bad: {
    "a scenario that is started by the clock": {
      given: blueprint([setVariable(1), router(2, [route(respond(3))])]),
      reports: [{ message: "nobody", at: "/flow/1/routes/0/flow/0/module" }],
    },
    "a mail": {
      given: blueprint([module(1, "gateway:CustomMailHook", { parameters: { hook: 1 } }), respond(2)]),
      reports: [{ message: "nobody", at: "/flow/1/module" }],
    },
    "an answer that comes first": {
      given: blueprint([respond(1)]),
      reports: [{ message: "nobody", at: "/flow/0/module" }],
    },
  },
});
