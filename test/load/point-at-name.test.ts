import { describe, expect, test } from "vitest";
import { namePosition, pointAtName } from "../../src/load/point-at-name.ts";

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
});
