import { ifElseWithoutCondition } from "../../../src/lint/rules/if-else-without-condition.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const asks = [[{ a: "{{1.a}}", o: "exist" }]];
const ifElse = (...branches: readonly object[]) =>
  blueprint([webhook(), module(2, "builtin:BasicIfElse", { branches })]);
const branch = (type: string | undefined, conditions?: unknown) => ({
  type,
  label: "urgent",
  merge: false,
  conditions,
  flow: [setVariable(3)],
});

describeRule(ifElseWithoutCondition, {
  good: {
    "a branch with a condition and an else": ifElse(branch("condition", asks), branch("else")),
    "a router": blueprint([webhook(), module(2, "builtin:BasicRouter", { routes: [{ flow: [setVariable(3)] }] })]),
  },
  bad: {
    "a branch without conditions": {
      given: ifElse(branch("condition"), branch("else")),
      reports: [{ message: "asksNothing", at: "/flow/1/branches/0" }],
    },
    "branches with empty conditions": {
      given: ifElse(branch("condition", []), branch("condition", [[]]), branch("else")),
      reports: [
        { message: "asksNothing", at: "/flow/1/branches/0/conditions" },
        { message: "asksNothing", at: "/flow/1/branches/1/conditions" },
      ],
    },
    "a branch without a type": {
      given: ifElse(branch(undefined)),
      reports: [{ message: "asksNothing", at: "/flow/1/branches/0" }],
    },
  },
});
