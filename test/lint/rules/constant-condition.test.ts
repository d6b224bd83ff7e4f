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
    "a computation with a mapped value": filtered(filter("{{1.a + 1}}", "number:equal", "{{1 + 1}}")),
    "a day, which is another one tomorrow": filtered(
      filter('{{formatDate(now; "d")}}', "text:equal", '{{lower("MON")}}'),
    ),
    "a variable of the team": filtered(filter("{{var.team.mode}}", "text:equal", "live")),
    "a function of the organization": filtered(filter("{{ourMode(1)}}", "text:equal", "live")),
    "what may be meant for a column": filtered(filter("{{1.12}}", "text:equal", "x")),
    "an item that is drawn": filtered(filter('{{first(shuffle(split("a,b"; ",")))}}', "text:equal", "a")),
    "a mapping that cannot be read": filtered(filter("{{1 +}}", "number:equal", "2")),
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
    "a computation of fixed numbers": {
      given: filtered(filter("{{1+1}}", "number:equal", "2")),
      reports: [{ message: "fixed", at: AT }],
    },
    "a column of a module that is not there": {
      given: filtered(filter("{{9.12 + 1}}", "number:greater", 3)),
      reports: [{ message: "fixed", at: AT }],
    },
    "a function of a fixed text": {
      given: filtered(filter('{{lower("Open")}}', "text:equal", "{{true}}")),
      reports: [{ message: "fixed", at: AT }],
    },
    "whether nothing exists": {
      given: filtered(filter("{{emptystring}}", "exist")),
      reports: [{ message: "fixedOne", at: AT }],
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
