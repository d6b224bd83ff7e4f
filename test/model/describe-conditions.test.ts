import { expect, test } from "vitest";
import { describeConditions, withNames } from "../../src/model/describe-conditions.ts";

const show = withNames(
  new Map([
    [1, "Order"],
    [2, "The `odd` one"],
  ]),
);

test.for<[string, unknown, string]>([
  ["one comparison", [[{ a: "{{1.total}}", o: "number:greater", b: 5 }]], "Order.total greater than 5"],
  ["one operand", [[{ a: "{{1.total}}", o: "exist" }]], "Order.total exists"],
  ["an operand too many", [[{ a: "{{1.total}}", o: "exist", b: "x" }]], "Order.total exists"],
  [
    "all of some",
    [
      [
        { a: "{{1.a}}", o: "exist" },
        { a: "{{1.b}}", o: "text:equal:ci", b: "x" },
      ],
    ],
    'Order.a exists and Order.b equal to (case insensitive) "x"',
  ],
  [
    "one of some",
    [[{ a: "{{1.a}}", o: "exist" }], [{ a: "{{1.b}}", o: "notexist" }]],
    "(Order.a exists) or (Order.b does not exist)",
  ],
  ["an expression", [[{ a: "{{upper(2.x) + 1}}", o: "exist" }]], "upper(`The 'odd' one`.x) + 1 exists"],
  ["a text with mappings", [[{ a: "#{{1.id}} {{9.id}}", o: "exist" }]], "#{{Order.id}} {{9.id}} exists"],
  ["plain text", [[{ a: "a", o: "text:contain", b: 'say "hi"' }]], '"a" contains "say \\"hi\\""'],
  ["an operator that nobody knows", [[{ a: "{{1.a}}", o: "number:gt", b: null }]], "Order.a number:gt null"],
  ["a broken mapping", [[{ a: "{{1.a", o: "exist" }]], "{{1.a exists"],
  ["nothing", [], "anything"],
  ["empty groups", [[], [{ a: "x", o: "exist" }]], '"x" exists'],
  ["no conditions at all", null, "anything"],
  ["what is no condition", [["x", { o: 5 }]], "? and null 5"],
])("conditions in words: %s", ([, conditions, words]) => {
  expect(describeConditions(conditions, show)).toBe(words);
});
