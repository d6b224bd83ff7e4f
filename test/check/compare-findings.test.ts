import { expect, test } from "vitest";
import { compareFindings } from "../../src/check/compare-findings.ts";
import type { ReportedFinding } from "../../src/lint/report.ts";

/** Findings written as `file fingerprint`, on lines of their own. */
const stateOf = (...written: readonly string[]) => ({
  findings: written.map((text, index): ReportedFinding => {
    const [path = "", fingerprint] = text.split(" ");
    return {
      rule: "a-rule",
      severity: "error",
      message: "What is wrong",
      path,
      pointer: "",
      line: index + 1,
      column: 1,
      endLine: index + 1,
      endColumn: 2,
      ...(fingerprint === undefined ? {} : { fingerprint }),
    };
  }),
  originOf: ({ path }: ReportedFinding) => path,
});

test.for<[what: string, before: string[], after: string[], fresh: number[], gone: number[]]>([
  ["nothing, when nothing is there", [], [], [], []],
  ["what is new, by its line", ["a.json x"], ["a.json x", "a.json y"], [2], []],
  ["what is gone", ["a.json x", "a.json y"], ["a.json y"], [], [1]],
  [
    "findings that look alike, by their number",
    ["a.json x", "a.json x"],
    ["a.json x", "a.json x", "a.json x"],
    [3],
    [],
  ],
  ["the same finding in another file", ["a.json x"], ["b.json x"], [1], [1]],
  ["no difference in the order", ["a.json x", "b.json y"], ["b.json y", "a.json x"], [], []],
  ["those without a fingerprint, by what they say", ["a.json"], ["a.json", "a.json"], [2], []],
])("finds %s", ([, before, after, fresh, gone]) => {
  const found = compareFindings(stateOf(...before), stateOf(...after));
  expect(found.fresh.map(({ line }) => line)).toEqual(fresh);
  expect(found.gone.map(({ line }) => line)).toEqual(gone);
});
