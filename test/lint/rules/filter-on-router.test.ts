import { filterOnRouter } from "../../../src/lint/rules/filter-on-router.ts";
import { blueprint, filter, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const gold = filter("{{1.tier}}", "text:equal", "gold");

describeRule(filterOnRouter, {
  good: {
    "filters before and behind a router": blueprint([
      webhook(),
      setVariable(2, "", gold),
      router(3, [route(setVariable(4, "", gold))]),
    ]),
    "a filter that asks nothing": blueprint([
      webhook(),
      router(2, [route(setVariable(3))], { filter: { name: "All", conditions: [] } }),
    ]),
  },
  bad: {
    "a filter on a router": {
      given: blueprint([webhook(), router(2, [route(setVariable(3))], gold)]),
      reports: [{ message: "filtered", at: "/flow/1/filter" }],
    },
  },
});
