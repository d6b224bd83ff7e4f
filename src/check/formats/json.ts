import { scenarioReport } from "../../diff/formats/json.ts";
import { problemInJson } from "../../lint/formats/json.ts";
import { visibleJson } from "../../util/visible-json.ts";
import type { BaseComparison, ChangedScenario, CheckReport } from "../report.ts";

/** The report for machines: one document, described by `schemas/check-report.schema.json`. */
export function formatJson({ base, problems, ...report }: CheckReport): string {
  const { version, verdict, limits, scenarios, environments, types, printed, lint } = report;
  const document = {
    version,
    verdict,
    limits,
    scenarios,
    environments,
    problems: problems.map(problemInJson),
    ...(types ? { types } : {}),
    printed,
    lint,
    ...(base ? { base: baseOf(base) } : {}),
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

const baseOf = ({ scenarios, problems, ...base }: BaseComparison) => ({
  ...base,
  scenarios: scenarios.map(scenarioOf),
  problems: problems.map(problemInJson),
});

const scenarioOf = ({ file, newFindings, goneFindings, credits }: ChangedScenario) => ({
  ...scenarioReport(file),
  newFindings,
  goneFindings,
  credits: { before: credits.before ?? null, after: credits.after ?? null },
});
