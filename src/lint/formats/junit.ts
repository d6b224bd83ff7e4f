// JUnit's XML, as build servers read it: a file is a suite, a finding is a test that failed, and a file without findings
// is one test that passed. What does not make the run fail does not fail here either: it is told in the output of its test.

import { printable } from "../../diagnostics/code-frame.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { FormatContext } from "./format.ts";
import { shownPlace } from "./shown.ts";

interface TestCase {
  readonly outcome: "passed" | "failed" | "broken";
  readonly xml: string;
}

export function formatJunit(
  { findings }: Report,
  { checked, problems, fails }: Pick<FormatContext, "checked" | "problems" | "fails">,
): string {
  const suites = new Map<string, TestCase[]>(checked.map((path) => [path, []]));
  const add = (path: string, test: TestCase): void => {
    const tests = suites.get(path) ?? [];
    tests.push(test);
    suites.set(path, tests);
  };
  for (const finding of findings) add(shownPlace(finding).path, testOf(finding, fails(finding.severity)));
  for (const problem of problems) add(problem.path ?? "cyanotype", brokenTest(problem));
  for (const [path, tests] of suites) if (tests.length === 0) tests.push(passedTest(path));

  const all = [...suites.values()].flat();
  const bodies = [...suites].map(
    ([path, tests]) =>
      `  <testsuite${attributes({ name: path, ...counts(tests), skipped: 0, time: 0 })}>\n${tests.map(({ xml }) => xml).join("")}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: "cyanotype lint", ...counts(all), time: 0 })}>\n${bodies.join("")}</testsuites>\n`;
}

const counts = (tests: readonly TestCase[]): Readonly<Record<string, number>> => ({
  tests: tests.length,
  failures: tests.filter(({ outcome }) => outcome === "failed").length,
  errors: tests.filter(({ outcome }) => outcome === "broken").length,
});

const passedTest = (path: string): TestCase => ({
  outcome: "passed",
  xml: `    <testcase${attributes({ name: "nothing to report", classname: path, time: 0 })}/>\n`,
});

function testOf(finding: ReportedFinding, fails: boolean): TestCase {
  const { rule, severity, message, help } = finding;
  const { path, line, column } = shownPlace(finding);
  const name = `${rule} at ${line}:${column}`;
  const text = [`${path}:${line}:${column}: ${message}`, ...(help === undefined ? [] : [help])];
  const body = text.map(escapeXml).join("\n");
  const told = fails
    ? `<failure${attributes({ type: severity, message })}>${body}</failure>`
    : `<system-out>${severity}: ${body}</system-out>`;
  return {
    outcome: fails ? "failed" : "passed",
    xml: `    <testcase${attributes({ name, classname: path, file: path, line, time: 0 })}>\n      ${told}\n    </testcase>\n`,
  };
}

function brokenTest({ path = "", span, message, help }: Problem): TestCase {
  const where = span ? `${path}:${span.line}:${span.column}` : path;
  const text = [...(where === "" ? [message] : [`${where}: ${message}`]), ...(help === undefined ? [] : [help])];
  const test = attributes({ name: "can be checked", classname: path === "" ? "cyanotype" : path, time: 0 });
  return {
    outcome: "broken",
    xml: `    <testcase${test}>\n      <error${attributes({ type: "unreadable", message })}>${text.map(escapeXml).join("\n")}</error>\n    </testcase>\n`,
  };
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters that XML cannot hold, not even escaped, become blanks. */
const escapeXml = (text: string): string =>
  printable(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, " ")
    .replace(/[&<>"']/gu, (char) => ENTITIES[char] ?? "");
