import { mergeWithoutIfElse } from "../../../src/lint/rules/merge-without-if-else.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ifElse = (merge: boolean) =>
  module(2, "builtin:BasicIfElse", { branches: [{ type: "else", label: "", merge, flow: [setVariable(3)] }] });
const merge = module(9, "builtin:BasicMerge", { mapper: null, outputs: [] });

describeRule(mergeWithoutIfElse, {
  good: {
    "a merge of a branch": blueprint([webhook(), ifElse(true), merge, setVariable(10)]),
  },
  bad: {
    "a merge that comes first": { given: blueprint([merge]), reports: [{ message: "noIfElse", at: "/flow/0/module" }] },
    "a merge behind a router": {
      given: blueprint([webhook(), router(2, [route(setVariable(3))]), merge]),
      reports: [{ message: "noIfElse", at: "/flow/2/module" }],
    },
    "a merge of branches that end for themselves": {
      given: blueprint([webhook(), ifElse(false), merge]),
      reports: [{ message: "noBranches", at: "/flow/2/module" }],
    },
  },
});
