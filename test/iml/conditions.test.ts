import { describe, expect, test } from "vitest";
import { type Condition, evaluateConditions } from "../../src/iml/conditions.ts";
import { operators } from "../../src/iml/operators.ts";
import { NOW } from "./evaluating.ts";

const bundle = {
  text: "Make it",
  number: 5,
  numberText: "5",
  zero: 0,
  empty: "",
  isOpen: true,
  date: new Date("2026-01-31T10:00:00Z"),
  tags: ["Red", "Blue"],
  version: "1.10.0",
  time: "08:30",
};

const ask = (...groups: (readonly Condition[])[]) => {
  const result = evaluateConditions(groups, { now: NOW, bundle: (id) => (id === 1 ? bundle : undefined) });
  return result.ok ? result.value : `error: ${result.error.message}`;
};

/** Operands that fulfil the operator, and operands that do not. */
const SAMPLES: Readonly<
  Record<string, readonly [yes: readonly [unknown, unknown?], no: readonly [unknown, unknown?]]>
> = {
  exist: [["{{1.zero}}"], ["{{1.missing}}"]],
  notexist: [["{{1.empty}}"], ["{{1.isOpen}}"]],
  "text:equal": [
    ["{{1.text}}", "Make it"],
    ["{{1.text}}", "make it"],
  ],
  "text:notequal": [
    ["{{1.missing}}", "a"],
    ["{{1.text}}", "{{1.text}}"],
  ],
  "text:contain": [
    ["{{1.text}}", "ke i"],
    ["{{1.text}}", "KE I"],
  ],
  "text:notcontain": [
    ["{{1.missing}}", "a"],
    ["{{1.text}}", "ake"],
  ],
  "text:startwith": [
    ["{{1.text}}", "Make"],
    ["{{1.text}}", "it"],
  ],
  "text:notstartwith": [
    ["{{1.text}}", "it"],
    ["{{1.text}}", "M"],
  ],
  "text:endwith": [
    ["{{1.text}}", "it"],
    ["{{1.text}}", "Make"],
  ],
  "text:notendwith": [
    ["{{1.text}}", "Make"],
    ["{{1.text}}", "t"],
  ],
  "text:pattern": [
    ["{{1.text}}", "^M.+t$"],
    ["{{1.text}}", "^it"],
  ],
  "text:notpattern": [
    ["{{1.text}}", "^it"],
    ["{{1.text}}", "a.e"],
  ],
  "text:equal:ci": [
    ["{{1.text}}", "MAKE IT"],
    ["{{1.text}}", "MAKE"],
  ],
  "text:notequal:ci": [
    ["{{1.text}}", "MAKE"],
    ["{{1.text}}", "MAKE IT"],
  ],
  "text:contain:ci": [
    ["{{1.text}}", "KE I"],
    ["{{1.text}}", "x"],
  ],
  "text:notcontain:ci": [
    ["{{1.text}}", "x"],
    ["{{1.text}}", "KE I"],
  ],
  "text:startwith:ci": [
    ["{{1.text}}", "mAKE"],
    ["{{1.text}}", "it"],
  ],
  "text:notstartwith:ci": [
    ["{{1.text}}", "it"],
    ["{{1.text}}", "mAKE"],
  ],
  "text:endwith:ci": [
    ["{{1.text}}", "IT"],
    ["{{1.text}}", "make"],
  ],
  "text:notendwith:ci": [
    ["{{1.text}}", "make"],
    ["{{1.text}}", "IT"],
  ],
  "text:pattern:ci": [
    ["{{1.text}}", "^make"],
    ["{{1.text}}", "^it"],
  ],
  "text:notpattern:ci": [
    ["{{1.text}}", "^it"],
    ["{{1.text}}", "^make"],
  ],
  "number:equal": [
    ["{{1.number}}", "5.0"],
    ["{{1.number}}", 6],
  ],
  "number:notequal": [
    ["{{1.missing}}", 0],
    ["{{1.numberText}}", 5],
  ],
  "number:greater": [
    ["{{1.numberText}}", "4"],
    ["{{1.number}}", "5"],
  ],
  "number:less": [
    ["{{1.number}}", "10"],
    ["{{1.missing}}", "10"],
  ],
  "number:greaterorequal": [
    ["{{1.number}}", 5],
    ["{{1.text}}", 0],
  ],
  "number:lessorequal": [
    ["{{1.number}}", 5],
    ["{{1.number}}", 4],
  ],
  "date:equal": [
    ["{{1.date}}", "2026-01-31T10:00:00Z"],
    ["{{1.date}}", "2026-01-31"],
  ],
  "date:notequal": [
    ["{{1.date}}", "soon"],
    ["{{1.date}}", "{{1.date}}"],
  ],
  "date:greater": [
    ["{{now}}", "{{1.date}}"],
    ["{{1.missing}}", "{{1.date}}"],
  ],
  "date:less": [
    ["{{1.date}}", "{{now}}"],
    ["{{now}}", "{{1.date}}"],
  ],
  "date:greaterorequal": [
    ["{{1.date}}", "2026-01-31 10:00:00"],
    ["{{1.date}}", "{{addDays(1.date; 1)}}"],
  ],
  "date:lessorequal": [
    ["{{1.date}}", "2026-01-31 10:00:00"],
    ["{{1.date}}", "2026-01-30"],
  ],
  "time:equal": [
    ["{{1.time}}", "8:30:00"],
    ["{{1.time}}", "8:31"],
  ],
  "time:notequal": [
    ["{{1.time}}", "noon"],
    ["{{1.time}}", "8:30"],
  ],
  "time:greater": [
    ["10:00", "{{1.time}}"],
    ["{{1.time}}", "10:00"],
  ],
  "time:less": [
    ["{{1.time}}", "10:00"],
    ["{{1.missing}}", "10:00"],
  ],
  "time:greaterorequal": [
    ["{{1.time}}", "08:30"],
    ["{{1.time}}", "09:00"],
  ],
  "time:lessorequal": [
    ["{{1.time}}", "08:30"],
    ["{{1.time}}", "08:00"],
  ],
  "semver:equal": [
    ["{{1.version}}", "1.10.0"],
    ["{{1.version}}", "1.10"],
  ],
  "semver:notequal": [
    ["{{1.version}}", "1.9.0"],
    ["{{1.version}}", "v1.10.0"],
  ],
  "semver:greater": [
    ["{{1.version}}", "1.9.0"],
    ["{{1.version}}", "1.11.0"],
  ],
  "semver:less": [
    ["{{1.version}}", "2.0.0-beta"],
    ["{{1.missing}}", "2.0.0"],
  ],
  "semver:greaterorequal": [
    ["{{1.version}}", "1.10.0"],
    ["{{1.version}}", "1.10.1"],
  ],
  "semver:lessorequal": [
    ["{{1.version}}", "1.10.0"],
    ["{{1.version}}", "1.2.0"],
  ],
  "array:contain": [
    ["{{1.tags}}", "Red"],
    ["{{1.tags}}", "red"],
  ],
  "array:notcontain": [
    ["{{1.missing}}", "Red"],
    ["{{1.tags}}", "Blue"],
  ],
  "array:contain:ci": [
    ["{{1.tags}}", "red"],
    ["{{1.tags}}", "re"],
  ],
  "array:notcontain:ci": [
    ["{{1.tags}}", "re"],
    ["{{1.tags}}", "red"],
  ],
  "array:equal": [
    ["{{1.tags}}", "2"],
    ["{{1.tags}}", "{{1.tags}}"],
  ],
  "array:notequal": [
    ["{{1.tags}}", 1],
    ["{{1.tags}}", 2],
  ],
  "array:greater": [
    ["{{1.tags}}", 1],
    ["{{1.missing}}", 0],
  ],
  "array:less": [
    ["{{1.missing}}", 1],
    ["{{1.tags}}", 2],
  ],
  "array:greaterorequal": [
    ["{{1.text}}", 1],
    ["{{1.tags}}", 3],
  ],
  "array:lessorequal": [
    ["{{1.tags}}", 2],
    ["{{1.tags}}", 1],
  ],
  "boolean:equal": [
    ["{{1.isOpen}}", "true"],
    ["{{1.isOpen}}", false],
  ],
  "boolean:notequal": [
    ["{{1.isOpen}}", "{{false}}"],
    ["{{1.isOpen}}", "{{true}}"],
  ],
};

const condition = (o: string, [a, b]: readonly [unknown, unknown?]): Condition => ({
  a,
  o,
  ...(b !== undefined && { b }),
});

describe("an operator", () => {
  test("has a sample each", () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(operators.map(({ code }) => code).sort());
    expect(operators).toHaveLength(58);
  });

  test.for(Object.entries(SAMPLES))("`%s` holds where it should, and only there", ([code, [yes, no]]) => {
    expect(ask([condition(code, yes)])).toBe(true);
    expect(ask([condition(code, no)])).toBe(false);
  });

  test.for(["text:equals", "number:greaterequal", "", "constructor"])(
    "that Make does not know never holds: `%s`",
    (o) => {
      expect(ask([{ a: "1", o, b: "1" }])).toBe(false);
    },
  );
});

describe("a filter", () => {
  const yes: Condition = { a: "1", o: "text:equal", b: "1" };
  const no: Condition = { a: "1", o: "text:equal", b: "2" };
  const broken: Condition = { a: "{{foo()}}", o: "exist" };

  test.for<[string, (readonly Condition[])[], unknown]>([
    ["without a condition", [], true],
    ["with an empty group", [[]], true],
    ["whose conditions all hold", [[yes, yes]], true],
    ["of which one does not", [[yes, no]], false],
    ["of which one group holds", [[no], [yes]], true],
    ["of which none holds", [[no], [yes, no]], false],
    ["that need not ask further", [[no, broken], [yes], [broken]], true],
    ["that cannot be evaluated", [[broken]], "error: Function 'foo' not found!"],
    [
      "whose pattern is none",
      [[{ a: "a", o: "text:pattern", b: "(" }]],
      "error: Invalid regular expression: Unterminated group",
    ],
    [
      "whose pattern may run forever",
      [[{ a: "a", o: "text:pattern", b: "(a+)+$" }]],
      "error: The regular expression '/(a+)+$/' may run forever",
    ],
  ])("%s is answered", ([, groups, expected]) => {
    expect(ask(...groups)).toBe(expected);
  });
});
