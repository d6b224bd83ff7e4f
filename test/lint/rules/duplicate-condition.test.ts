import { duplicateCondition } from "../../../src/lint/rules/duplicate-condition.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const filtered = (...conditions: unknown[]) => blueprint([webhook(), setVariable(2, "", { filter: { conditions } })]);
const a = { a: "{{1.a}}", o: "text:equal", b: "x" };
const b = { a: "{{1.b}}", o: "exist" };

describeRule(duplicateCondition, {
  good: {
    "different conditions": filtered([a, b]),
    "a condition that is in two alternatives": filtered([a, b], [a]),
    "the same texts under another operator": filtered([a, { ...a, o: "text:equal:ci" }]),
    "groups without conditions": filtered([], []),
  },
  bad: {
    "a condition twice in a group": {
      given: filtered([a, b, a]),
      reports: [{ message: "condition", at: "/flow/1/filter/conditions/0/2" }],
    },
    "a group twice, in another order": {
      given: filtered([a, b], [b, a]),
      reports: [{ message: "group", at: "/flow/1/filter/conditions/1" }],
    },
  },
});
