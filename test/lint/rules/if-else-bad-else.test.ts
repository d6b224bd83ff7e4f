import { ifElseBadElse } from "../../../src/lint/rules/if-else-bad-else.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const asks = [[{ a: "{{1.a}}", o: "exist" }]];
const ifElse = (...branches: readonly object[]) =>
  blueprint([webhook(), module(2, "builtin:BasicIfElse", { branches })]);
const branch = (type: string, conditions?: unknown) => ({
  type,
  label: "",
  merge: false,
  conditions,
  flow: [setVariable(3)],
});

describeRule(ifElseBadElse, {
  good: {
    "one else": ifElse(branch("condition", asks), branch("else")),
    "an else with empty conditions": ifElse(branch("condition", asks), branch("else", [])),
    "no else, which another rule reports": ifElse(branch("condition", asks)),
  },
  bad: {
    "a second and a third else": {
      given: ifElse(branch("else"), branch("condition", asks), branch("else"), branch("else")),
      reports: [
        { message: "second", at: "/flow/1/branches/2/type" },
        { message: "second", at: "/flow/1/branches/3/type" },
      ],
    },
    "an else with conditions": {
      given: ifElse(branch("condition", asks), branch("else", asks)),
      reports: [{ message: "conditional", at: "/flow/1/branches/1/conditions" }],
    },
  },
});
