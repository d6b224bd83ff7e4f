import { missingOperand } from "../../../src/lint/rules/missing-operand.ts";
import { blueprint, filter, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const filtered = (...conditions: readonly object[]) =>
  blueprint([webhook(), setVariable(2, "", { filter: { name: "", conditions: [conditions] } })]);

describeRule(missingOperand, {
  good: {
    "two sides": blueprint([webhook(), setVariable(2, "", filter("{{1.a}}", "text:equal", "x"))]),
    "an empty other side": blueprint([webhook(), setVariable(2, "", filter("{{1.a}}", "text:notequal", ""))]),
    "one side, where one is enough": blueprint([webhook(), setVariable(2, "", filter("{{1.a}}", "notexist"))]),
    "operators that another rule reports": filtered({ o: "string:equal" }, { a: "{{1.a}}" }),
  },
  bad: {
    "nothing to compare with": {
      given: filtered({ a: "{{1.a}}", o: "text:equal", b: "x" }, { a: "{{1.a}}", o: "number:greater" }),
      reports: [{ message: "noRight", at: "/flow/1/filter/conditions/0/1" }],
    },
    "nothing to look at": {
      given: filtered({ o: "exist" }, { o: "text:equal" }),
      reports: [
        { message: "noLeft", at: "/flow/1/filter/conditions/0/0" },
        { message: "noLeft", at: "/flow/1/filter/conditions/0/1" },
        { message: "noRight", at: "/flow/1/filter/conditions/0/1" },
      ],
    },
  },
});
