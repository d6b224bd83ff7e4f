import { filterOnFirstModule } from "../../../src/lint/rules/filter-on-first-module.ts";
import { blueprint, filter, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const gold = filter("{{1.tier}}", "text:equal", "gold");

describeRule(filterOnFirstModule, {
  good: {
    "a filter on the second module": blueprint([webhook(), setVariable(2, "", gold)]),
    "a filter on the first module of a route": blueprint([router(1, [route(setVariable(2, "", gold))])]),
    "filters that ask nothing": blueprint([webhook(1, { filter: { name: "", conditions: [] } })]),
  },
  bad: {
    "a filter on the trigger": {
      given: blueprint([webhook(1, gold), setVariable(2)]),
      reports: [{ message: "nothingToFilter", at: "/flow/0/filter" }],
    },
  },
});
