import { describe, expect, test } from "vitest";
import { formatProblem, type Problem, ProblemError, problemAt } from "../../src/diagnostics/diagnostic.ts";

const span = { line: 3, column: 5, endLine: 3, endColumn: 6 };

describe("a problem", () => {
  test.for<[string, Problem, string]>([
    ["without a place", { message: "Wrong" }, "Wrong"],
    ["in a file", { message: "Wrong", path: "a.ts" }, "a.ts: Wrong"],
    ["in a line", { message: "Wrong", path: "a.ts", span }, "a.ts:3:5: Wrong"],
    ["with advice", { message: "Wrong", path: "a.ts", span, help: "Mend it" }, "a.ts:3:5: Wrong\n  help: Mend it"],
  ])("%s is formatted", ([, problem, text]) => {
    expect(formatProblem(problem)).toBe(text);
  });

  test("is made of a point in a file, or of none", () => {
    expect(problemAt({ path: "a.ts", line: 3, column: 5 }, "Wrong", "Mend it")).toEqual({
      message: "Wrong",
      path: "a.ts",
      span,
      help: "Mend it",
    });
    expect(problemAt(undefined, "Wrong")).toEqual({ message: "Wrong" });
  });
});

test("an error says all that is wrong", () => {
  const error = new ProblemError([{ message: "One" }, { message: "Two", path: "a.ts" }]);
  expect([error.name, error.message]).toEqual(["ProblemError", "One\na.ts: Two"]);
});
