import { handlerOnRouter } from "../../../src/lint/rules/handler-on-router.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const onerror = [module(9, "builtin:Ignore")];

describeRule(handlerOnRouter, {
  good: {
    "a handler on a module of a route": blueprint([webhook(), router(2, [route(setVariable(3, "", { onerror }))])]),
    "a router whose list of handlers is empty": blueprint([
      webhook(),
      router(2, [route(setVariable(3))], { onerror: [] }),
    ]),
  },
  bad: {
    "a handler on a router": {
      given: blueprint([webhook(), router(2, [route(setVariable(3))], { onerror })]),
      reports: [{ message: "router", at: "/flow/1/onerror" }],
    },
    "a handler on a directive": {
      given: blueprint([webhook(), setVariable(2, "", { onerror: [module(3, "builtin:Break", { onerror })] })]),
      reports: [{ message: "directive", at: "/flow/1/onerror/0/onerror" }],
    },
  },
});
