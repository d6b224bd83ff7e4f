import { routerWithoutRoutes } from "../../../src/lint/rules/router-without-routes.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(routerWithoutRoutes, {
  good: {
    "a single route": blueprint([webhook(), router(2, [route(setVariable(3))])]),
    "a router that hangs on nothing": blueprint([webhook()], {}, { designer: { orphans: [[router(2, [])]] } }),
  },
  bad: {
    "an empty list of routes": {
      given: blueprint([webhook(), router(2, [])]),
      reports: [{ message: "none", at: "/flow/1/routes" }],
    },
    "a router that expects its routes behind it": {
      given: blueprint([webhook(), module(2, "builtin:BasicRouter"), setVariable(3)]),
      reports: [{ message: "none", at: "/flow/1/module" }],
    },
  },
});
