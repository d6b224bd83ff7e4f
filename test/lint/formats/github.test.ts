import { describe, expect, test } from "vitest";
import { formatGithub } from "../../../src/lint/formats/github.ts";
import type { ReportedFinding } from "../../../src/lint/report.ts";
import { context, finding, HOSTILE, reportOf } from "./reports.ts";

const shown = (...findings: readonly ReportedFinding[]): string => formatGithub(reportOf(findings), context());

describe("annotations for GitHub", () => {
  test("are a sum alone when there is nothing to report", () => {
    expect(shown()).toBe("1 blueprint checked, nothing to report\n");
  });

  test("come worst first, because only ten of a kind are shown", () => {
    expect(
      shown(
        finding({ severity: "info", rule: "weak-evidence", message: "Not certain" }),
        finding({
          severity: "warning",
          rule: "missing-error-handler",
          message: "No handler",
          help: "Add one",
          line: 9,
        }),
        finding(),
      ),
    ).toMatchInlineSnapshot(`
      "::error file=a.json,line=4,endLine=4,col=7,endColumn=12,title=dangling-reference::\`Tell (2)\` reads module \`9\`, which does not exist
      ::warning file=a.json,line=9,endLine=4,title=missing-error-handler::No handler%0AAdd one
      ::notice file=a.json,line=4,endLine=4,col=7,endColumn=12,title=weak-evidence::Not certain
      1 error, 1 warning, 1 remark in 1 blueprint
      "
    `);
  });

  test("stand at the author's line", () => {
    const several = { path: "scenarios/a.scenario.ts", line: 14, column: 3, endLine: 16, endColumn: 4 };
    expect(shown(finding({ source: several }))).toContain("file=scenarios/a.scenario.ts,line=14,endLine=16,title=");
    const source = { path: "scenarios/a.scenario.ts", line: 14, column: 3, endColumn: 9 };
    expect(shown(finding({ source }))).toContain("file=scenarios/a.scenario.ts,line=14,endLine=14,col=3,endColumn=9,");
  });

  test("have no columns when they go over several lines", () => {
    expect(shown(finding({ endLine: 6 }))).toContain("file=a.json,line=4,endLine=6,title=");
  });

  test("tell what could not be checked", () => {
    const span = { line: 1, column: 3, endLine: 1, endColumn: 4 };
    const problems = [{ path: "b.json", span, message: "Expected a value" }, { message: "No file matches" }];
    expect(formatGithub(reportOf([], { files: 0 }), context({ problems }))).toBe(
      "::error file=b.json,line=1,endLine=1,col=3,endColumn=4,title=cannot be checked::Expected a value\n" +
        "::error title=cannot be checked::No file matches\n",
    );
  });

  test.for<[string, Partial<ReportedFinding>, string]>([
    ["per cent in a message", { message: "100%0A" }, "::100%250A"],
    ["colons and commas in a path", { path: "a:b,c%.json" }, "file=a%3Ab%2Cc%25.json,"],
    ["colons in a message", { message: "a::b, c" }, "::a::b, c"],
  ])("escape %s", ([, given, expected]) => {
    expect(shown(finding(given))).toContain(expected);
  });

  test("are one line each, and no other command, whatever names and messages hold", () => {
    const lines = shown(finding({ path: HOSTILE, message: HOSTILE, help: HOSTILE }))
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=[^,:]*,line=4,/u);
  });
});
