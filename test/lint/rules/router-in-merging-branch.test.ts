import { routerInMergingBranch } from "../../../src/lint/rules/router-in-merging-branch.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ifElse = (id: number, merge: boolean, ...flow: readonly object[]) =>
  module(id, "builtin:BasicIfElse", { branches: [{ type: "else", label: "", merge, flow }] });

describeRule(routerInMergingBranch, {
  good: {
    "a router in a branch that ends for itself": blueprint([
      webhook(),
      ifElse(2, false, router(3, [route(setVariable(4))])),
    ]),
    "an if-else in a branch that ends for itself": blueprint([webhook(), ifElse(2, false, ifElse(3, false))]),
    "plain modules in a branch that is merged": blueprint([webhook(), ifElse(2, true, setVariable(3))]),
  },
  bad: {
    "a router in a branch that is merged": {
      given: blueprint([webhook(), ifElse(2, true, setVariable(3), router(4, [route(setVariable(5))]))]),
      reports: [{ message: "branchesAgain", at: "/flow/1/branches/0/flow/1/module" }],
    },
    "an if-else in a branch that is merged": {
      given: blueprint([webhook(), ifElse(2, true, ifElse(3, false, setVariable(4)))]),
      reports: [{ message: "branchesAgain", at: "/flow/1/branches/0/flow/0/module" }],
    },
  },
});
