import { alternativesAlwaysHold } from "../../../src/lint/rules/alternatives-always-hold.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

type Comparison = readonly [o: string, b?: unknown, a?: string];

/** Conditions of which one must hold. */
const any = (...groups: readonly (readonly Comparison[])[]) =>
  blueprint([
    webhook(),
    setVariable(2, "", {
      filter: {
        conditions: groups.map((group) =>
          group.map(([o, b, a = "{{1.a}}"]) => (b === undefined ? { a, o } : { a, o, b })),
        ),
      },
    }),
  ]);

const always = (group: number) => [{ message: "always", at: `/flow/1/filter/conditions/${group}/0` }];

describeRule(alternativesAlwaysHold, {
  good: {
    "two texts": any([["text:equal", "x"]], [["text:equal", "y"]]),
    "all but one text, of two values": any([["text:notequal", "x"]], [["text:notequal", "y", "{{1.b}}"]]),
    "the same twice, which another rule reports": any([["text:notequal", "x"]], [["text:notequal", "x"]]),
    "an alternative with a second condition": any([["text:notequal", "x"]], [["text:notequal", "y"], ["exist"]]),
    "numbers above and below one: a text is neither": any([["number:greater", "5"]], [["number:lessorequal", "5"]]),
    "texts that differ in capitals, where they do not count": any(
      [["text:notequal:ci", "x"]],
      [["text:notequal:ci", "X"]],
    ),
    "both at once": any([
      ["text:notequal", "x"],
      ["text:notequal", "y"],
    ]),
    "a mapped text that it is not": any([["text:notequal", "{{1.x}}"]], [["text:notequal", "{{1.y}}"]]),
    "fixed values": any([["text:notequal", "x", "z"]], [["text:notequal", "y", "z"]]),
  },
  bad: {
    "not this or not that": { given: any([["text:notequal", "x"]], [["text:notequal", "y"]]), reports: always(1) },
    "this or not this": { given: any([["text:equal", "x"]], [["text:notequal", "x"]]), reports: always(1) },
    "not one text, or not a part that it has not": {
      given: any([["text:notequal", "abc"]], [["text:notcontain", "x"]]),
      reports: always(1),
    },
    "not this or not that, with the value on either side": {
      given: any([["text:notequal", "{{1.a}}", "x"]], [["text:notequal", "y"]]),
      reports: always(1),
    },
    "there or not there": { given: any([["exist"]], [["notexist"]]), reports: always(1) },
    "a part or not that part": { given: any([["text:contain", "x"]], [["text:notcontain", "x"]]), reports: always(1) },
    "a number or another one not": {
      given: any([["number:notequal", "1"]], [["text:equal", "a"]], [["number:notequal", 2]]),
      reports: always(2),
    },
  },
});
