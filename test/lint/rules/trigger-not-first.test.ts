import { triggerNotFirst } from "../../../src/lint/rules/trigger-not-first.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const watchRows = (id: number) => module(id, "google-sheets:watchRows", { version: 2 });

describeRule(triggerNotFirst, {
  good: {
    "a trigger that comes first": blueprint([watchRows(1), setVariable(2)]),
    "no trigger at all": blueprint([setVariable(1), setVariable(2)]),
    "a search in the middle": blueprint([webhook(), module(2, "google-sheets:filterRows", { version: 2 })]),
    "a trigger that hangs on nothing": blueprint([webhook()], {}, { designer: { orphans: [[watchRows(2)]] } }),
  },
  bad: {
    "a polling trigger behind another one": {
      given: blueprint([webhook(), watchRows(2)]),
      reports: [{ message: "notFirst", at: "/flow/1/module" }],
    },
    "a webhook on a route": {
      given: blueprint([setVariable(1), router(2, [route(webhook(3))])]),
      reports: [{ message: "notFirst", at: "/flow/1/routes/0/flow/0/module" }],
    },
    "the start of a sub-scenario in an error handler": {
      given: blueprint([
        webhook(),
        setVariable(2, "", { onerror: [module(3, "scenario-service:StartSubscenario", { version: 2 })] }),
      ]),
      reports: [{ message: "notFirst", at: "/flow/1/onerror/0/module" }],
    },
  },
});
