import { mergeMissing } from "../../../src/lint/rules/merge-missing.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ifElse = (...merges: readonly boolean[]) =>
  module(2, "builtin:BasicIfElse", {
    branches: merges.map((merge, index) => ({ type: "condition", label: "", merge, flow: [setVariable(3 + index)] })),
  });
const merge = module(9, "builtin:BasicMerge", { mapper: null, outputs: [] });

describeRule(mergeMissing, {
  good: {
    "a merge right behind the if-else": blueprint([webhook(), ifElse(true, false), merge]),
    "branches that end for themselves": blueprint([webhook(), ifElse(false, false)]),
  },
  bad: {
    "nothing behind the if-else": {
      given: blueprint([webhook(), ifElse(false, true)]),
      reports: [{ message: "missing", at: "/flow/1/module" }],
    },
    "a module between the if-else and the merge": {
      given: blueprint([webhook(), ifElse(true, true), setVariable(8), merge]),
      reports: [{ message: "missing", at: "/flow/1/module" }],
    },
  },
});
