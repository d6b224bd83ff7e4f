import { describe, expect, test } from "vitest";
import { FORMATS, loadFormat } from "../../../src/lint/formats/format.ts";
import { context, finding, HOSTILE, reportOf, suppressed } from "./reports.ts";

const hostile = finding({
  message: HOSTILE,
  help: HOSTILE,
  path: HOSTILE,
  pointer: `/flow/0/${HOSTILE.replaceAll("/", "~1")}`,
  related: [{ message: HOSTILE, pointer: "/flow/0", line: 1, column: 1 }],
});
const reports = {
  "an empty report": [reportOf([]), context()],
  "a report of nothing that could be checked": [
    reportOf([], { files: 0 }),
    context({ checked: [], problems: [{ path: "b.json", message: "This is not JSON" }] }),
  ],
  "a report of hostile words": [
    reportOf([hostile], { suppressed: [suppressed({ suppression: { by: "source", reason: HOSTILE } })] }),
    context({ checked: [HOSTILE], problems: [{ path: HOSTILE, message: HOSTILE, help: HOSTILE }] }),
  ],
} as const;

describe.for(FORMATS)("%s", (name) => {
  test.for(Object.entries(reports))(
    "prints %s without anything that steers a terminal",
    async ([, [report, given]]) => {
      const text = (await loadFormat(name))(report, given);
      // In JSON these are escaped; what turns the writing round is data there.
      const turning = name === "json" || name === "sarif" ? "" : "\u200f\u202e";
      expect([...text].filter((char) => /[\0-\x09\x0b-\x1f\x7f-\x9f]/u.test(char) || turning.includes(char))).toEqual(
        [],
      );
    },
  );

  test.for(Object.entries(reports))("ends %s with one line end, or prints nothing", async ([, [report, given]]) => {
    const text = (await loadFormat(name))(report, given);
    expect(text).toMatch(/^$|[^\n]\n$/u);
  });

  test("says the same of the same report", async () => {
    const format = await loadFormat(name);
    const [report, given] = reports["a report of hostile words"];
    expect(format(report, given)).toBe(format(report, given));
  });
});
