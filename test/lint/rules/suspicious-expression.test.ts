import { suspiciousExpression } from "../../../src/lint/rules/suspicious-expression.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(suspiciousExpression, {
  good: {
    "keywords, variables and formats of Make": blueprint([
      webhook(),
      setVariable(2, '{{formatDate(now; "YYYY-MM-DD HH:mm")}} {{var.input.name}} {{1.items[1].name}}'),
    ]),
    "a function that does not exist, which another rule reports": blueprint([
      webhook(),
      setVariable(2, "{{foo(1.a)}}"),
    ]),
  },
  bad: {
    "a name that belongs to no module": {
      given: blueprint([webhook(), setVariable(2, "Hello {{customerName}}")]),
      reports: [{ message: "suspicious", at: "/flow/1/mapper/value", text: "customerName" }],
    },
    "an item counted from 0, and a date format of another tool": {
      given: blueprint([webhook(), setVariable(2, '{{1.items[0].name}} {{formatDate(now; "yyyy")}}')]),
      reports: [
        { message: "suspicious", at: "/flow/1/mapper/value", text: "[0]" },
        { message: "suspicious", at: "/flow/1/mapper/value", text: "yyyy" },
      ],
    },
  },
});
