import { iteratorOverOneValue } from "../../../src/lint/rules/iterator-over-one-value.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const iterator = (array: unknown) => blueprint([webhook(), module(2, "builtin:BasicFeeder", { mapper: { array } })]);

describeRule(iteratorOverOneValue, {
  good: {
    "a field, which may be a list": iterator("{{1.items}}"),
    "blanks around it": iterator(" {{1.items}} "),
    "a list that is written out": iterator(["{{1.a}}", "{{1.b}}"]),
    "what a function gives that gives lists": iterator('{{split(1.text; ",")}}'),
    "what a function chooses": iterator("{{ifempty(1.items; emptyarray)}}"),
    "two lists that are joined": iterator("{{1.a[]}}{{1.b}}"),
    nothing: iterator(""),
    "a mapping that cannot be read": iterator("{{1.items"),
    "another module": blueprint([webhook(), module(2, "acme:Do", { mapper: { array: "text" } })]),
  },
  bad: {
    "JSON text": { given: iterator('[{"a": 1}]'), reports: [{ message: "text", at: "/flow/1/mapper/array" }] },
    "a list with something around it": {
      given: iterator("[{{1.items}}]"),
      reports: [{ message: "text", at: "/flow/1/mapper/array" }],
    },
    "the number of items": {
      given: iterator("{{length(1.items)}}"),
      reports: [{ message: "number", at: "/flow/1/mapper/array" }],
    },
    "the number of bundles": {
      given: iterator("{{1.`__IMTLENGTH__`}}"),
      reports: [{ message: "number", at: "/flow/1/mapper/array" }],
    },
    "a number": { given: iterator(3), reports: [{ message: "number", at: "/flow/1/mapper/array" }] },
  },
});
