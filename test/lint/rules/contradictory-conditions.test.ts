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
