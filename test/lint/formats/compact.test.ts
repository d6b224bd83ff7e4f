import { describe, expect, test } from "vitest";
import { formatCompact } from "../../../src/lint/formats/compact.ts";
import { finding, HOSTILE, reportOf } from "./reports.ts";

describe("the compact report", () => {
  test("is nothing when there is nothing to report", () => {
    expect(formatCompact(reportOf([]))).toBe("");
  });

  test("has a line for each finding, at the author's line where there is one", () => {
    const source = { path: "scenarios/a.scenario.ts", line: 14, column: 3 };
    const text = formatCompact(
      reportOf([finding(), finding({ severity: "info", source, rule: "weak-evidence", message: "Not certain" })]),
    );
    expect(text).toMatchInlineSnapshot(`
      "a.json:4:7: error \`Tell (2)\` reads module \`9\`, which does not exist [dangling-reference]
      scenarios/a.scenario.ts:14:3: info Not certain [weak-evidence]
      "
    `);
  });

  test("keeps to one line, whatever names and messages hold", () => {
    expect(formatCompact(reportOf([finding({ path: HOSTILE, message: HOSTILE })])).split("\n")).toHaveLength(2);
  });
});
