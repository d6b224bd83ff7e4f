import { branchFirstFilter } from "../../../src/lint/rules/branch-first-filter.ts";
import { blueprint, filter, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const gold = filter("{{1.tier}}", "text:equal", "gold");
const ifElse = (type: string, ...flow: readonly object[]) =>
  blueprint([webhook(), module(2, "builtin:BasicIfElse", { branches: [{ type, label: "", merge: false, flow }] })]);

describeRule(branchFirstFilter, {
  good: {
    "a filter further down the branch": ifElse("else", setVariable(3), setVariable(4, "", gold)),
    "a filter that asks nothing": ifElse("else", setVariable(3, "", { filter: { name: "Gold" } })),
    "a filter on the first module of a route": blueprint([webhook(), router(2, [route(setVariable(3, "", gold))])]),
  },
  bad: {
    "a filter on the first module of a branch": {
      given: ifElse("condition", setVariable(3, "", gold)),
      reports: [{ message: "mayVanish", at: "/flow/1/branches/0/flow/0/filter" }],
    },
    "a filter on the first module of the else branch": {
      given: ifElse("else", setVariable(3, "", gold)),
      reports: [{ message: "mayVanish", at: "/flow/1/branches/0/flow/0/filter" }],
    },
  },
});
