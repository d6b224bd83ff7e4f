import type { Json } from "../../../src/blueprint/blueprint.ts";
import { numberComparedAsText } from "../../../src/lint/rules/number-compared-as-text.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const asks = (a: Json, o: string, b?: Json): JsonObject =>
  blueprint([
    webhook(),
    module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.list}}" } }),
    setVariable(3, "", filter(a, o, b)),
  ]);

describeRule(numberComparedAsText, {
  good: {
    "numbers as numbers": asks("{{length(1.list)}}", "number:equal", "1"),
    "a value of which nobody knows the type": asks("{{1.count}}", "text:equal", "1"),
    "a text that is made of a number": asks('{{formatNumber(length(1.list); 2; ".")}}', "text:equal", "1.00"),
    "a number with text around": asks("#{{length(1.list)}}", "text:equal", "1"),
    "a number that is written otherwise": asks("{{length(1.list)}}", "text:equal", "1.0"),
    "the beginning of a number": asks("{{length(1.list)}}", "text:startwith", "2"),
    "whether there is a number": asks("{{length(1.list)}}", "text:equal", ""),
    "a number that is compared with a text": asks("{{length(1.list)}}", "text:equal", "{{1.count}}"),
  },
  bad: {
    "a length and a number": {
      given: asks("{{length(1.list)}}", "text:equal", "1"),
      reports: [{ message: "number", at: "/flow/2/filter/conditions/0/0/o", help: "Use `number:equal`" }],
    },
    "two counts": {
      given: asks("{{2.`__IMTINDEX__`}}", "text:notequal:ci", "{{2.`__IMTLENGTH__`}}"),
      reports: [{ message: "number", at: "/flow/2/filter/conditions/0/0/o", help: "Use `number:notequal`" }],
    },
  },
});
