import { ifElseEmptyBranch } from "../../../src/lint/rules/if-else-empty-branch.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ifElse = (...branches: readonly object[]) =>
  blueprint([webhook(), module(2, "builtin:BasicIfElse", { branches })]);
const branch = (type: string, merge: boolean, ...flow: readonly object[]) => ({ type, label: "", merge, flow });

describeRule(ifElseEmptyBranch, {
  good: {
    "branches with modules": ifElse(branch("condition", true, setVariable(3)), branch("else", true, setVariable(4))),
    "an else that is to do nothing": ifElse(branch("condition", false, setVariable(3)), branch("else", false)),
  },
  bad: {
    "a branch with a condition and no modules": {
      given: ifElse(branch("condition", false), branch("else", false, setVariable(3))),
      reports: [{ message: "passedOn", at: "/flow/1/branches/0/flow" }],
    },
    "an else without modules that is to be merged": {
      given: ifElse(branch("condition", true, setVariable(3)), branch("else", true)),
      reports: [{ message: "neverMerged", at: "/flow/1/branches/1/flow" }],
    },
  },
});
