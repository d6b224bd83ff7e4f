import { describe, expect, test } from "vitest";
import { formatJunit } from "../../../src/lint/formats/junit.ts";
import { context, finding, HOSTILE, reportOf } from "./reports.ts";

/** The names of elements, as far as the text is well-formed XML. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u, "");
  const rest = body.replace(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/gu, (_, closes, name, __, empty) => {
    if (closes) expect(open.pop()).toBe(name);
    else names.push(name);
    if (!closes && !empty) open.push(name);
    return "";
  });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/u);
  expect(body.replace(/&(?:amp|lt|gt|quot|apos);/gu, "")).not.toContain("&");
  expect(body).toMatch(/^[\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
  return names;
}

describe("the report as JUnit XML", () => {
  test("has a suite for each file, and fails where the run fails", () => {
    const report = reportOf([
      finding({ help: "Map it again" }),
      finding({ severity: "warning", rule: "missing-error-handler", message: 'A "handler" is missing', line: 9 }),
    ]);
    const text = formatJunit(report, context({ checked: ["a.json", "b.json"] }));
    expect(text).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="cyanotype lint" tests="3" failures="1" errors="0" time="0">
        <testsuite name="a.json" tests="2" failures="1" errors="0" skipped="0" time="0">
          <testcase name="dangling-reference at 4:7" classname="a.json" file="a.json" line="4" time="0">
            <failure type="error" message="\`Tell (2)\` reads module \`9\`, which does not exist">a.json:4:7: \`Tell (2)\` reads module \`9\`, which does not exist
      Map it again</failure>
          </testcase>
          <testcase name="missing-error-handler at 9:7" classname="a.json" file="a.json" line="9" time="0">
            <system-out>warning: a.json:9:7: A &quot;handler&quot; is missing</system-out>
          </testcase>
        </testsuite>
        <testsuite name="b.json" tests="1" failures="0" errors="0" skipped="0" time="0">
          <testcase name="nothing to report" classname="b.json" time="0"/>
        </testsuite>
      </testsuites>
      "
    `);
    expect(elementsOf(text)).toHaveLength(8);
  });

  test("counts a file that cannot be checked as an error", () => {
    const span = { line: 1, column: 3, endLine: 1, endColumn: 4 };
    const problems = [{ path: "b.json", span, message: "Expected a value", help: "Add one" }, { message: "No file" }];
    const text = formatJunit(reportOf([], { files: 0 }), context({ checked: [], problems }));
    expect(text).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="cyanotype lint" tests="2" failures="0" errors="2" time="0">
        <testsuite name="b.json" tests="1" failures="0" errors="1" skipped="0" time="0">
          <testcase name="can be checked" classname="b.json" time="0">
            <error type="unreadable" message="Expected a value">b.json:1:3: Expected a value
      Add one</error>
          </testcase>
        </testsuite>
        <testsuite name="cyanotype" tests="1" failures="0" errors="1" skipped="0" time="0">
          <testcase name="can be checked" classname="cyanotype" time="0">
            <error type="unreadable" message="No file">No file</error>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `);
  });

  test("stands at the author's line", () => {
    const source = { path: "scenarios/a.scenario.ts", line: 14, column: 3 };
    expect(formatJunit(reportOf([finding({ source })]), context({ checked: [source.path] }))).toContain(
      'name="dangling-reference at 14:3" classname="scenarios/a.scenario.ts" file="scenarios/a.scenario.ts" line="14"',
    );
  });

  test("fails for warnings when the run does", () => {
    const text = formatJunit(reportOf([finding({ severity: "warning" })]), context({ fails: () => true }));
    expect(text).toContain('<failure type="warning"');
  });

  test("is empty without files", () => {
    expect(formatJunit(reportOf([], { files: 0 }), context({ checked: [] }))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cyanotype lint" tests="0" failures="0" errors="0" time="0">\n</testsuites>\n',
    );
  });

  test("is well-formed, whatever names and messages hold", () => {
    const report = reportOf([finding({ path: HOSTILE, message: HOSTILE, help: HOSTILE })]);
    const problems = [{ path: HOSTILE, message: HOSTILE, help: HOSTILE }];
    expect(elementsOf(formatJunit(report, context({ checked: [HOSTILE, "a.json"], problems })))).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
      "failure",
      "testcase",
      "error",
      "testsuite",
      "testcase",
    ]);
  });
});
