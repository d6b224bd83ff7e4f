import { danglingReference } from "../../../src/lint/rules/dangling-reference.ts";
import { blueprint, filter, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(danglingReference, {
  good: {
    "a module that exists": blueprint([webhook(), setVariable(2, "{{1.email}}")]),
    "numbers that are no modules": blueprint([webhook(), setVariable(2, '{{substring("9.a"; 0; 3) + 9}} 9.b')]),
    "variables and keywords": blueprint([webhook(), setVariable(2, "{{now}} {{var.input.name}}")]),
    "a module that hangs on nothing and reads another": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[setVariable(2, "{{9.a}}")]] } },
    ),
  },
  bad: {
    "an id that no module has": {
      given: blueprint([webhook(), setVariable(2, "Hello {{9.name}} and {{1.name}}")]),
      reports: [{ message: "missing", at: "/flow/1/mapper/value", text: "9.name" }],
    },
    "ids deep inside of an expression": {
      given: blueprint([webhook(), setVariable(2, '{{join(map(8.list; "line"); 9.separator)}}')]),
      reports: [
        { message: "missing", at: "/flow/1/mapper/value", text: "8.list" },
        { message: "missing", at: "/flow/1/mapper/value", text: "9.separator" },
      ],
    },
    "an id in a filter": {
      given: blueprint([webhook(), setVariable(2, "", filter("{{7.status}}", "text:equal", "ok"))]),
      reports: [{ message: "missing", at: "/flow/1/filter/conditions/0/0/a", text: "7.status" }],
    },
    "an id in what an aggregator groups by": {
      given: blueprint([webhook(), module(2, "builtin:BasicAggregator", { flags: { groupBy: "{{5.team}}" } })]),
      reports: [{ message: "missing", at: "/flow/1/flags/groupBy", text: "5.team" }],
    },
  },
});
