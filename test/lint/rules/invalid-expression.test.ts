import { invalidExpression } from "../../../src/lint/rules/invalid-expression.ts";
import { blueprint, filter, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(invalidExpression, {
  good: {
    "mappings, nested and in text": blueprint([
      webhook(),
      setVariable(2, 'Hello {{upper(1.name)}}, {{if(1.age >= 18; "welcome"; ifempty(1.hint; "sorry"))}}'),
    ]),
    "text that looks like code": blueprint([webhook(), setVariable(2, "function () { return [1, 2]; }")]),
    "a call that only Make's run rejects": blueprint([webhook(), setVariable(2, "{{foo(1.name)}}")]),
  },
  bad: {
    "quotation marks that were escaped twice": {
      given: blueprint([webhook(), setVariable(2, '{{formatDate(now; \\"YYYY\\")}}')]),
      reports: [{ message: "unreadable", at: "/flow/1/mapper/value", text: '\\"YYYY\\"' }],
    },
    "each of several faults of a text": {
      given: blueprint([webhook(), setVariable(2, "{{round(1.a, 2)}} and {{1.b")]),
      reports: [
        { message: "unreadable", at: "/flow/1/mapper/value", text: "," },
        { message: "unreadable", at: "/flow/1/mapper/value", text: "{{" },
      ],
    },
    "a fault in a filter": {
      given: blueprint([webhook(), setVariable(2, "", filter("{{1.a ? 1 : 2}}", "exist"))]),
      reports: [{ message: "unreadable", at: "/flow/1/filter/conditions/0/0/a", text: "?" }],
    },
  },
});
