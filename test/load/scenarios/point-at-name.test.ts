import { describe, expect, test } from "vitest";
import { namePosition, pointAtName } from "../../../src/load/scenarios/point-at-name.ts";

const TEXT = ["flow.step(", '  "Say hello",', "  hello,", ");", "  'Other'; `Third`"].join("\n");
const at = (line: number, name?: string) => {
  const { path: _, ...position } = namePosition({ path: "a.ts", line, column: 99 }, TEXT, name);
  return position;
};

describe("the place of a step's name", () => {
  test.for<[string, number, string | undefined, object]>([
    ["may be lines below its call", 1, "Say hello", { line: 2, column: 3, endColumn: 14 }],
    ["may be in single quotes", 5, "Other", { line: 5, column: 3, endColumn: 10 }],
    ["may be in backticks", 5, "Third", { line: 5, column: 12, endColumn: 19 }],
    ["is the line's first word when the name is too far away", 1, "Other", { line: 1, column: 1, endColumn: 11 }],
    ["is the line's first word when there is no name", 3, undefined, { line: 3, column: 3, endColumn: 9 }],
    ["is the start of a line that is not there", 99, undefined, { line: 99, column: 1, endColumn: 1 }],
  ])("%s", ([, line, name, expected]) => {
    expect(at(line, name)).toEqual(expected);
  });
});

describe("a problem", () => {
  const span = { line: 1, column: 50, endLine: 1, endColumn: 51 };

  test("points at the name that it speaks of", () => {
    const problem = { message: "Two steps are called `Say hello`", path: "a.ts", span };
    expect(pointAtName(problem, "a.ts", TEXT).span).toEqual({ line: 2, column: 3, endLine: 2, endColumn: 14 });
  });

  test("of another file stays where it is", () => {
    const problem = { message: "`Say hello`", path: "b.ts", span };
    expect(pointAtName(problem, "a.ts", TEXT)).toBe(problem);
  });

  const CALL = [
    "const ask = review({",
    "  loop,",
    "",
    "  $time: 5,",
    "});",
    "const other = review({ onTimeout: 1 });",
  ].join("\n");

  test.for<[string, string, object]>([
    [
      "at the option that it speaks of, without quotes and lines below",
      "review has an option `$time`, which there is not",
      { line: 4, column: 3, endLine: 4, endColumn: 8 },
    ],
    [
      "at one whose value is wrong",
      "`$time` of review is the text `5`",
      { line: 4, column: 3, endLine: 4, endColumn: 8 },
    ],
    [
      "at the call, when it is missing there",
      "review has no `onTimeout`",
      { line: 1, column: 1, endLine: 1, endColumn: 21 },
    ],
    ["at the call, when it is another call's", "`onTimeout` is 0", { line: 1, column: 1, endLine: 1, endColumn: 21 }],
  ])("points %s", ([, message, expected]) => {
    expect(pointAtName({ message, path: "a.ts", span }, "a.ts", CALL).span).toEqual(expected);
  });
});
