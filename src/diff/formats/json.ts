import { isEqual, summarize } from "../summary.ts";
import type { FileDiff } from "./format.ts";

/** What has changed, for machines: one document, described by `schemas/diff-report.schema.json`. */
export function formatJson(files: readonly FileDiff[]): string {
  const report = {
    version: 1,
    equal: files.every(({ diff, before, after }) => before !== undefined && after !== undefined && isEqual(diff)),
    summary: summarize(files.map(({ diff }) => diff)),
    scenarios: files.map(({ before, after, diff }) => ({
      name: diff.name,
      before: before ?? null,
      after: after ?? null,
      summary: summarize([diff]),
      scenario: diff.scenario,
      modules: diff.modules,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
