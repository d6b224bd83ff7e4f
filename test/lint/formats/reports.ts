// Reports for the tests of formats: what a test does not speak of is filled in.

import type { FormatContext } from "../../../src/lint/formats/format.ts";
import type { Report, ReportedFinding, ReportedSuppression } from "../../../src/lint/report.ts";

/** What a blueprint may say to lead a report astray: markup of every format, and characters that steer terminals. */
export const HOSTILE =
  "`a`|`b` \n::error file=x::gotcha\r\n]]> <script>alert('1')</script> & \u001b[31mred\u0007 \u202eright-to-left\u200f @team #1 [link](https://evil.example) www.evil.example ![i](x) %0A, \ud800 \uffff *bold*";

export const finding = (more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  rule: "dangling-reference",
  severity: "error",
  message: "`Tell (2)` reads module `9`, which does not exist",
  path: "a.json",
  pointer: "/flow/1/mapper/text",
  line: 4,
  column: 7,
  endLine: 4,
  endColumn: 12,
  ...more,
});

export const suppressed = (more: Partial<ReportedSuppression> = {}): ReportedSuppression => ({
  ...finding(),
  suppression: { by: "configuration", reason: "The module is made at night" },
  ...more,
});

export function reportOf(findings: readonly ReportedFinding[], more: Partial<Report> = {}): Report {
  const count = (severity: string): number => findings.filter((found) => found.severity === severity).length;
  return {
    version: 1,
    files: 1,
    findings,
    summary: {
      error: count("error"),
      warning: count("warning"),
      info: count("info"),
      suppressed: more.suppressed?.length ?? 0,
    },
    ...more,
  };
}

export const context = (more: Partial<FormatContext> = {}): FormatContext => ({
  textOf: () => undefined,
  checked: ["a.json"],
  problems: [],
  fails: (severity) => severity === "error",
  pageOf: () => undefined,
  version: "1.2.3",
  ...more,
});
