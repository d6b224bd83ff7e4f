import { routeFilterMisplaced } from "../../../src/lint/rules/route-filter-misplaced.ts";
import { blueprint, filter, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const gold = filter("{{1.tier}}", "text:equal", "gold");

describeRule(routeFilterMisplaced, {
  good: {
    "a filter on the first module of a route": blueprint([webhook(), router(2, [route(setVariable(3, "", gold))])]),
    "a filter on the router": blueprint([webhook(), router(2, [route(setVariable(3))], gold)]),
    "a filter that is null": blueprint([webhook(), router(2, [{ ...route(setVariable(3)), filter: null }])]),
  },
  bad: {
    "a filter on the route itself": {
      given: blueprint([webhook(), router(2, [route(setVariable(3)), { ...gold, ...route(setVariable(4)) }])]),
      reports: [{ message: "ignored", at: "/flow/1/routes/1/filter" }],
    },
  },
});
