import { modulesAfterRouter } from "../../../src/lint/rules/modules-after-router.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(modulesAfterRouter, {
  good: {
    "routers at the end of their flows": blueprint([
      webhook(),
      router(2, [route(setVariable(3), router(4, [route(setVariable(5))])), route(setVariable(6))]),
    ]),
    "modules behind an if-else": blueprint([webhook(), module(2, "builtin:BasicIfElse"), setVariable(3)]),
  },
  bad: {
    "modules behind a router, once": {
      given: blueprint([webhook(), router(2, [route(setVariable(3))]), setVariable(4), setVariable(5)]),
      reports: [{ message: "after", at: "/flow/2/module" }],
    },
    "a module behind a router in a route": {
      given: blueprint([router(1, [route(router(2, [route(setVariable(3))]), setVariable(4))])]),
      reports: [{ message: "after", at: "/flow/0/routes/0/flow/1/module" }],
    },
  },
});
