import { visibleJson } from "../../util/visible-json.ts";
import { summarize } from "../summary.ts";
import { type FileDiff, isUnchanged } from "./format.ts";

/** What has changed, for machines: one document, described by `schemas/diff-report.schema.json`. */
export function formatJson(files: readonly FileDiff[]): string {
  const report = {
    version: 1,
    equal: files.every(isUnchanged),
    summary: summarize(files.map(({ diff }) => diff)),
    scenarios: files.map(scenarioReport),
  };
  return `${visibleJson(JSON.stringify(report, null, 2))}\n`;
}

/** What has changed in a scenario. */
export const scenarioReport = ({ before, after, diff }: FileDiff) => ({
  name: diff.name,
  before: before ?? null,
  after: after ?? null,
  summary: summarize([diff]),
  scenario: diff.scenario,
  modules: diff.modules,
});
