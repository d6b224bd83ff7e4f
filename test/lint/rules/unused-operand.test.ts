import { unusedOperand } from "../../../src/lint/rules/unused-operand.ts";
import { blueprint, filter, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unusedOperand, {
  good: {
    "one value for an operator that looks at one": blueprint([
      webhook(),
      setVariable(2, "", filter("{{1.a}}", "exist")),
    ]),
    "an empty one that the editor left behind": blueprint([
      webhook(),
      setVariable(2, "", filter("{{1.a}}", "exist", "")),
    ]),
    "two for an operator that compares": blueprint([
      webhook(),
      setVariable(2, "", filter("{{1.a}}", "text:equal", "x")),
    ]),
  },
  bad: {
    "a value that nothing looks at": {
      given: blueprint([webhook(), setVariable(2, "", filter("{{1.a}}", "notexist", "none"))]),
      reports: [{ message: "unused", at: "/flow/1/filter/conditions/0/0/b" }],
    },
  },
});
