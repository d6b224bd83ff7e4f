import { constantCondition } from "../../../src/lint/rules/constant-condition.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const filtered = (condition: JsonObject) => blueprint([webhook(), setVariable(2, "", condition)]);
const AT = "/flow/1/filter/conditions/0/0";

describeRule(constantCondition, {
  good: {
    "a mapped value on the left": filtered(filter("{{1.a}}", "text:equal", "x")),
    "a mapped value on the right": filtered(filter("x", "text:equal", "{{1.a}}")),
    "a text with a mapping in it": filtered(filter("a-{{1.a}}", "text:equal", "a-1")),
    "what differs from run to run": filtered(filter("{{random}}", "number:less", "{{random}}")),
    "an operand that is missing": filtered({ filter: { conditions: [[{ o: "text:equal", b: "x" }]] } }),
    "an operator that Make does not know": filtered(filter("a", "text:equals", "b")),
    "the name of a field in a search": blueprint([
      webhook(),
      module(2, "datastore:SearchRecord", { mapper: { filter: [[{ a: "sku", o: "text:equal", b: "A-1" }]] } }),
    ]),
  },
  bad: {
    "two fixed texts": {
      given: filtered(filter("1", "number:equal", "1")),
      reports: [{ message: "fixed", at: AT, help: "Map the value to look at, or remove the condition" }],
    },
    "a reference without braces": {
      given: filtered(filter("1.status", "text:equal", "open")),
      reports: [{ message: "fixed", at: AT, help: "Write it in braces: `{{1.status}}`" }],
    },
    "a number that looks like a reference to no module": {
      given: filtered(filter("9.status", "text:equal", "open")),
      reports: [{ message: "fixed", at: AT, help: "Map the value to look at, or remove the condition" }],
    },
    "a function without braces": {
      given: filtered(filter("length(1.items)", "number:greater", 0)),
      reports: [{ message: "fixed", at: AT, help: "Write it in braces: `{{length(1.items)}}`" }],
    },
    "whether a fixed text exists": {
      given: filtered(filter("1.status", "exist")),
      reports: [{ message: "fixedOne", at: AT, help: "Write it in braces: `{{1.status}}`" }],
    },
    "a value and itself": {
      given: filtered(filter("{{1.a}}", "number:greaterorequal", "{{1.a}}")),
      reports: [{ message: "same", at: AT }],
    },
    "the condition of a branch": {
      given: blueprint([
        webhook(),
        module(2, "builtin:BasicIfElse", {
          mapper: null,
          branches: [
            { type: "condition", conditions: [[{ a: "a", o: "text:equal", b: "b" }]], flow: [setVariable(3)] },
          ],
        }),
      ]),
      reports: [{ message: "fixed", at: "/flow/1/branches/0/conditions/0/0" }],
    },
  },
});
