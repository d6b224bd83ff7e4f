import { emptyRoute } from "../../../src/lint/rules/empty-route.ts";
import { blueprint, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(emptyRoute, {
  good: {
    "routes with modules": blueprint([webhook(), router(2, [route(setVariable(3)), route(setVariable(4))])]),
    "a router without routes, which another rule reports": blueprint([webhook(), router(2, [])]),
  },
  bad: {
    "a route with an empty flow": {
      given: blueprint([webhook(), router(2, [route(setVariable(3)), route()])]),
      reports: [{ message: "empty", at: "/flow/1/routes/1/flow" }],
    },
    "a route without a flow": {
      given: blueprint([webhook(), router(2, [{}])]),
      reports: [{ message: "empty", at: "/flow/1/routes/0" }],
    },
  },
});
