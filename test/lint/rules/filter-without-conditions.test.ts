import { filterWithoutConditions } from "../../../src/lint/rules/filter-without-conditions.ts";
import { blueprint, filter, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const AT = "/flow/1/filter";
const condition = { a: "{{1.total}}", o: "number:greater", b: "1" };

describeRule(filterWithoutConditions, {
  good: {
    "a filter with a name and a condition": blueprint([webhook(), setVariable(2, "", filter("{{1.a}}", "exist"))]),
    "what the editor leaves behind": blueprint([
      webhook(),
      setVariable(2, "", { filter: { name: "", conditions: [] } }),
      setVariable(3, "", { filter: { name: " ", conditions: [[]] } }),
      setVariable(4, "", { filter: null }),
      setVariable(5, "", { filter: {} }),
    ]),
    "a condition outside of its lists": blueprint([
      webhook(),
      setVariable(2, "", { filter: { name: "Large", conditions: [condition] } }),
    ]),
    "the name of a route": blueprint([
      webhook(),
      router(2, [
        route(setVariable(3, "", { filter: { name: "To the shop", conditions: [] } })),
        route(setVariable(4)),
      ]),
    ]),
    "a filter of a module that hangs on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[setVariable(2), setVariable(3, "", { filter: { name: "Paid", conditions: [] } })]] } },
    ),
  },
  bad: {
    "a name without conditions": {
      given: blueprint([webhook(), setVariable(2, "", { filter: { name: "Only paid", conditions: [] } })]),
      reports: [{ message: "named", at: `${AT}/name`, text: "Only paid" }],
    },
    "a name and an empty group": {
      given: blueprint([webhook(), setVariable(2, "", { filter: { name: "Only paid", conditions: [[]] } })]),
      reports: [{ message: "named", at: `${AT}/name` }],
    },
    "a name alone": {
      given: blueprint([webhook(), setVariable(2, "", { filter: { name: "Only paid" } })]),
      reports: [{ message: "named", at: `${AT}/name` }],
    },
    "a second module of a route": {
      given: blueprint([
        webhook(),
        router(2, [route(setVariable(3), setVariable(4, "", { filter: { name: "Only paid", conditions: [] } }))]),
      ]),
      reports: [{ message: "named", at: "/flow/1/routes/0/flow/1/filter/name" }],
    },
    "an empty alternative": {
      given: blueprint([webhook(), setVariable(2, "", { filter: { name: "Large", conditions: [[condition], []] } })]),
      reports: [{ message: "alternative", at: `${AT}/conditions/1` }],
    },
  },
});
