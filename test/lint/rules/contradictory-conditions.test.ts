import { contradictoryConditions } from "../../../src/lint/rules/contradictory-conditions.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

type Comparison = readonly [o: string, b?: unknown, a?: string];

/** Conditions that must all hold of `{{1.a}}`. */
const all = (...comparisons: readonly Comparison[]) =>
  blueprint([
    webhook(),
    setVariable(2, "", {
      filter: { conditions: [comparisons.map(([o, b, a = "{{1.a}}"]) => (b === undefined ? { a, o } : { a, o, b }))] },
    }),
  ]);

const never = (position: number) => [{ message: "never", at: `/flow/1/filter/conditions/0/${position}` }];

describeRule(contradictoryConditions, {
  good: {
    "a range": all(["number:greater", "1"], ["number:less", "5"]),
    "a range of one number": all(["number:greaterorequal", "1"], ["number:lessorequal", "1.0"]),
    "two texts of different values": all(["text:equal", "x"], ["text:equal", "y", "{{1.b}}"]),
    "the same text twice": all(["text:equal", "x"], ["text:equal", "x"]),
    "texts that differ in capitals, where they do not count": all(["text:equal:ci", "x"], ["text:equal:ci", "X"]),
    "two parts of one text": all(["text:contain", "x"], ["text:contain", "y"]),
    "a part and a text that is not": all(["text:contain", "x"], ["text:notequal", "x"]),
    "two texts that it must not be": all(["text:notequal", "x"], ["text:notequal", "y"]),
    "bounds that are mapped": all(["number:greater", "{{1.min}}"], ["number:less", "{{1.max}}"]),
    "bounds that are no numbers": all(["number:greater", "x"], ["number:less", "a"]),
    "a range that was written from both sides": all(["number:less", "{{1.a}}", "1"], ["number:less", "5"]),
    "two mapped values, each way round": all(
      ["number:lessorequal", "{{1.b}}"],
      ["number:lessorequal", "{{1.a}}", "{{1.b}}"],
    ),
    "a list that is as long as a number, and that number": all(
      ["array:less", "{{1.n}}", "{{1.a}}"],
      ["array:less", "{{1.a}}", "{{1.n}}"],
    ),
    "a text, and a part of it": all(["text:equal", "abc"], ["text:contain", "b"], ["text:notendwith", "b"]),
    "a text whose capitals do not count, and a part that it may have": all(
      ["text:startwith", "A"],
      ["text:equal:ci", "abc"],
    ),
    "a text whose capitals do not count, and a part that it may not have": all(
      ["text:equal:ci", "abc"],
      ["text:notcontain", "b"],
    ),
    "a beginning that goes on": all(["text:startwith", "ab"], ["text:startwith", "abc"], ["text:startwith", "a"]),
    "beginnings that differ in capitals, of which one does not care": all(
      ["text:startwith", "AB"],
      ["text:startwith:ci", "abc"],
    ),
    "a beginning and another end": all(["text:startwith", "a"], ["text:endwith", "b"]),
    "a text, and the empty one in it": all(["text:equal", "abc"], ["text:notcontain", ""]),
    "a text, and a pattern": all(["text:equal", "abc"], ["text:pattern", "x"]),
    "a list's length and what it holds": all(["array:greater", "2"], ["array:contain", "2"]),
    "alternatives that rule each other out": blueprint([
      webhook(),
      setVariable(2, "", {
        filter: {
          conditions: [[{ a: "{{1.a}}", o: "text:equal", b: "x" }], [{ a: "{{1.a}}", o: "text:equal", b: "y" }]],
        },
      }),
    ]),
    "the empty text, and nothing at all": all(["text:equal", ""], ["notexist"]),
    "fixed values": all(["text:equal", "x", "z"], ["text:equal", "y", "z"]),
    "an operator that Make does not know": all(["text:is", "x"], ["text:equal", "y"]),
  },
  bad: {
    "two texts": { given: all(["text:equal", "x"], ["text:equal", "y"]), reports: never(1) },
    "two texts whose capitals do not count": {
      given: all(["text:equal:ci", "x"], ["exist"], ["text:equal:ci", "Y"]),
      reports: never(2),
    },
    "a text and not that text": { given: all(["text:equal", "x"], ["text:notequal", "x"]), reports: never(1) },
    "a part and not that part": { given: all(["text:contain", "x"], ["text:notcontain", "x"]), reports: never(1) },
    "yes and no": { given: all(["boolean:equal", "true"], ["boolean:notequal", "true"]), reports: never(1) },
    "yes and no, each by itself": {
      given: all(["boolean:equal", "true"], ["boolean:equal", false]),
      reports: never(1),
    },
    "bounds on both sides, without a number between them": {
      given: all(["number:less", "{{1.a}}", "5"], ["number:less", "3"]),
      reports: never(1),
    },
    "a text on the left and another one on the right": {
      given: all(["text:equal", "{{1.a}}", "x"], ["text:equal", "y"]),
      reports: never(1),
    },
    "a value below another one and above it": {
      given: all(["number:less", "{{1.b}}"], ["number:less", "{{1.a}}", "{{1.b}}"]),
      reports: never(1),
    },
    "a text, and a beginning of another one": {
      given: all(["text:equal", "abc"], ["text:startwith", "x"]),
      reports: never(1),
    },
    "a part of another text, and the text": {
      given: all(["text:contain:ci", "X"], ["exist"], ["text:equal", "abc"]),
      reports: never(2),
    },
    "a text that does not end as it does": {
      given: all(["text:equal", "abc"], ["text:notendwith:ci", "BC"]),
      reports: never(1),
    },
    "a number without capitals that is not to be in it": {
      given: all(["text:equal:ci", "a1"], ["text:notcontain", "1"]),
      reports: never(1),
    },
    "a text, and another one in capitals": {
      given: all(["text:equal", "x"], ["text:equal:ci", "Y"]),
      reports: never(1),
    },
    "a text, and not that text in capitals": {
      given: all(["text:notequal:ci", "X"], ["text:equal", "x"]),
      reports: never(1),
    },
    "two beginnings": {
      given: all(["text:startwith", "a"], ["text:startwith", "ab"], ["text:startwith", "ax"]),
      reports: never(2),
    },
    "two ends, of which one does not care for capitals": {
      given: all(["text:endwith:ci", ".PDF"], ["text:endwith", ".doc"]),
      reports: never(1),
    },
    "a text, and nothing at all": { given: all(["notexist"], ["text:equal", "x"]), reports: never(1) },
    "a part of nothing": { given: all(["text:contain", "x"], ["notexist"]), reports: never(1) },
    "there and not there": { given: all(["exist"], ["notexist"]), reports: never(1) },
    "a range without a number": { given: all(["number:greater", "5"], ["number:less", "5"]), reports: never(1) },
    "a range with a bound too many": {
      given: all(["number:greater", "1"], ["number:greater", "10"], ["number:less", 7]),
      reports: never(2),
    },
    "a range whose tighter bound came first": {
      given: all(["number:less", "3"], ["number:less", "9"], ["number:greaterorequal", "3"]),
      reports: never(2),
    },
    "two numbers": { given: all(["number:equal", "1"], ["number:equal", "2"]), reports: never(1) },
    "later and earlier than the same time": {
      given: all(["date:greater", "{{now}}"], ["date:lessorequal", "{{now}}"]),
      reports: never(1),
    },
    "all three outcomes, one by one": {
      given: all(["date:greaterorequal", "{{now}}"], ["date:lessorequal", "{{now}}"], ["date:notequal", "{{now}}"]),
      reports: never(2),
    },
    "only the first of two contradictions": {
      given: all(["text:equal", "x"], ["text:equal", "y"], ["text:equal", "z"]),
      reports: never(1),
    },
  },
});
