import { unknownOperator } from "../../../src/lint/rules/unknown-operator.ts";
import { blueprint, filter, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const condition = (o: unknown) => [[{ a: "{{1.a}}", o, b: "x" }]];

describeRule(unknownOperator, {
  good: {
    "operators of Make": blueprint([
      webhook(),
      setVariable(2, "", filter("{{1.a}}", "text:startwith:ci", "x")),
      setVariable(3, "", filter("{{1.a}}", "exist")),
    ]),
    "empty filters": blueprint([
      webhook(),
      setVariable(2, "", { filter: null }),
      setVariable(3, "", { filter: { name: "All", conditions: [] } }),
      setVariable(4, "", { filter: { name: "All" } }),
    ]),
    "operators that an app has for itself": blueprint([
      webhook(),
      module(2, "workfront-workfront:Search", { mapper: { criteria: condition("cicontains") } }),
    ]),
    "a filter on a route, which Make does not read": blueprint([
      webhook(),
      router(2, [{ ...route(setVariable(3)), ...filter("{{1.a}}", "string:equal", "x") }]),
    ]),
  },
  bad: {
    "an operator of another tool in a filter": {
      given: blueprint([webhook(), setVariable(2, "", filter("{{1.a}}", "string:equal", "x"))]),
      reports: [{ message: "unknown", at: "/flow/1/filter/conditions/0/0/o" }],
    },
    "each of several": {
      given: blueprint([
        webhook(),
        setVariable(2, "", {
          filter: { conditions: [...condition("text:equal"), ...condition("date:before"), ...condition("")] },
        }),
      ]),
      reports: [
        { message: "unknown", at: "/flow/1/filter/conditions/1/0/o" },
        { message: "unknown", at: "/flow/1/filter/conditions/2/0/o" },
      ],
    },
    "operators in branches and merges": {
      given: blueprint([
        webhook(),
        module(2, "builtin:BasicIfElse", {
          branches: [
            { type: "condition", label: "", merge: true, conditions: condition("text:is"), flow: [setVariable(3)] },
          ],
        }),
        module(4, "builtin:BasicMerge", { filters: [{ name: "", conditions: condition("text:isnot") }] }),
      ]),
      reports: [
        { message: "unknown", at: "/flow/1/branches/0/conditions/0/0/o" },
        { message: "unknown", at: "/flow/2/filters/0/conditions/0/0/o" },
      ],
    },
    "operators in what a search looks for": {
      given: blueprint([
        module(1, "google-sheets:filterRows", { version: 2, mapper: { filter: condition("text:equals") } }),
        module(2, "datastore:SearchRecord", { mapper: { filter: condition("number:gt") } }),
      ]),
      reports: [
        { message: "unknown", at: "/flow/0/mapper/filter/0/0/o" },
        { message: "unknown", at: "/flow/1/mapper/filter/0/0/o" },
      ],
    },
    "a condition without an operator": {
      given: blueprint([webhook(), setVariable(2, "", { filter: { conditions: condition(undefined) } })]),
      reports: [{ message: "missing", at: "/flow/1/filter/conditions/0/0/o" }],
    },
  },
});
