import type { Json } from "../../../src/blueprint/blueprint.ts";
import { wrongOperandType } from "../../../src/lint/rules/wrong-operand-type.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const AT = "/flow/2/filter/conditions/0/0";

/** An aggregator gives the list `2.array`, and a condition looks at it. */
const asks = (a: Json, o: string, b?: Json): JsonObject =>
  blueprint([
    webhook(),
    module(2, "builtin:BasicAggregator", { parameters: { feeder: 1 } }),
    setVariable(3, "", filter(a, o, b)),
  ]);

const search = (conditions: Json): JsonObject =>
  blueprint([webhook(), module(2, "datastore:SearchRecord", { mapper: { filter: conditions } })]);

describeRule(wrongOperandType, {
  good: {
    "numbers, however they are written": blueprint([
      webhook(),
      ...["10", " 10 ", "-1.5", "1e3", ".5", 7].map((b, index) =>
        setVariable(index + 2, "", filter("{{1.total}}", "number:greater", b)),
      ),
    ]),
    "a number that is mapped": asks("{{1.total}}", "number:greater", "{{1.limit}}"),
    "a number with a mapping in it": asks("{{1.total}}", "number:greater", "1{{1.zeros}}"),
    "an empty side": asks("{{1.total}}", "number:equal", ""),
    "true as a text, and as it is": blueprint([
      webhook(),
      setVariable(2, "", filter("{{1.paid}}", "boolean:equal", "true")),
      setVariable(3, "", filter("{{1.paid}}", "boolean:equal", false)),
    ]),
    "dates in several forms": blueprint([
      webhook(),
      ...["2025-01-31", "31.1.2025", "Jan 31, 2025"].map((b, index) =>
        setVariable(index + 2, "", filter("{{1.at}}", "date:less", b)),
      ),
    ]),
    "a time": asks("{{1.at}}", "time:less", "17:30"),
    "a version": asks("{{1.version}}", "semver:less", "v1.4"),
    "how long a list is": asks("{{2.array}}", "array:greater", "0"),
    "a member of a list": asks("{{2.array}}", "array:contain", "vip"),
    "the length of a list": asks("{{length(2.array)}}", "number:greater", "0"),
    "a text that is compared with a word": asks("{{1.total}}", "text:equal", "ten"),
    "a number as a text, as it is written": asks("{{length(2.array)}}", "text:equal", "0"),
    "a part of the text of a number": asks("{{length(2.array)}}", "text:startwith", "2x"),
    "whether there is a number": asks("{{length(2.array)}}", "text:notequal", ""),
    "a value that exists": asks("{{2.array}}", "exist"),
    "the column of a search": search([[{ a: "price", o: "number:greater", b: "5" }]]),
    "an operator that does not exist": asks("{{1.total}}", "number:gt", "ten"),
  },
  bad: {
    "a word for a number": {
      given: asks("{{1.total}}", "number:greater", "ten"),
      reports: [{ message: "literal", at: `${AT}/b` }],
    },
    "a number with a separator of thousands": {
      given: asks("{{1.total}}", "number:greater", "1,000"),
      reports: [
        {
          message: "literal",
          at: `${AT}/b`,
          help: "Write digits, with a point before decimals and nothing else: `1000.5`",
        },
      ],
    },
    "a currency behind a number": {
      given: asks("{{1.total}}", "number:lessorequal", "100 EUR"),
      reports: [{ message: "literal", at: `${AT}/b` }],
    },
    "a word for yes": {
      given: asks("{{1.paid}}", "boolean:equal", "yes"),
      reports: [{ message: "literal", at: `${AT}/b`, help: "Write `true` or `false`" }],
    },
    "a keyword outside of a mapping": {
      given: asks("{{1.at}}", "date:less", "now"),
      reports: [{ message: "literal", at: `${AT}/b`, help: "Write it in braces: `{{now}}`" }],
    },
    "a word for a date": {
      given: asks("{{1.at}}", "date:less", "yesterday"),
      reports: [{ message: "literal", at: `${AT}/b` }],
    },
    "a number for a time": {
      given: asks("{{1.level}}", "time:lessorequal", "3"),
      reports: [{ message: "literal", at: `${AT}/b` }],
    },
    "a word for a version": {
      given: asks("{{1.version}}", "semver:less", "latest"),
      reports: [{ message: "literal", at: `${AT}/b` }],
    },
    "a word for a length": {
      given: asks("{{2.array}}", "array:greater", "none"),
      reports: [{ message: "literal", at: `${AT}/b` }],
    },
    "a word in the condition of a search": {
      given: search([[{ a: "price", o: "number:greater", b: "five" }]]),
      reports: [{ message: "literal", at: "/flow/1/mapper/filter/0/0/b" }],
    },
    "a list that is compared as a number": {
      given: asks("{{2.array}}", "number:greater", "0"),
      reports: [{ message: "list", at: `${AT}/a` }],
    },
    "decimals that the text of a number never has": {
      given: asks("{{length(2.array)}}", "text:equal", "2.0"),
      reports: [{ message: "neverEqual", at: `${AT}/b` }],
    },
    "a number in a variable, and a word": {
      given: blueprint([
        webhook(),
        module(2, "util:SetVariable2", { mapper: { name: "n", value: "{{length(1.list)}}" } }),
        setVariable(3, "", filter("{{2.n}}", "text:notequal", "none")),
      ]),
      reports: [{ message: "neverEqual", at: `${AT}/b` }],
    },
    "a truth and a word": {
      given: asks("{{contains(2.array; 1.name)}}", "text:equal", "yes"),
      reports: [{ message: "neverEqual", at: `${AT}/b` }],
    },
  },
});
