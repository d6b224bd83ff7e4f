import { unknownFunction } from "../../../src/lint/rules/unknown-function.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unknownFunction, {
  good: {
    "built-in functions": blueprint([webhook(), setVariable(2, '{{upper(first(split(1.name; " ")))}}')]),
    "words outside of mappings": blueprint([webhook(), setVariable(2, "parseJSON(x) {{1.name}}")]),
  },
  bad: {
    "functions that Make does not have": {
      given: blueprint([webhook(), setVariable(2, "{{upper(parseJSON(1.body))}} {{startOfDay(now)}}")]),
      reports: [
        { message: "unknown", at: "/flow/1/mapper/value", text: "parseJSON" },
        { message: "unknown", at: "/flow/1/mapper/value", text: "startOfDay" },
      ],
    },
  },
});
