// One blueprint as an editor has it, checked as the command would check the file, but for what shows between files.

import { resolve } from "node:path";
import { createLocator } from "../../blueprint/locate.ts";
import type { BlueprintDocument } from "../../blueprint/read.ts";
import { type Finding, lint } from "../../lint/linter.ts";
import { createProject } from "../../lint/project.ts";
import { locateFindings, type ReportedFinding } from "../../lint/report.ts";
import { findSecrets } from "../../lint/secrets.ts";
import type { Scenario } from "../../model/scenario.ts";
import { resolvePointer } from "../../util/json-pointer.ts";
import { shownPath } from "../find-files.ts";
import { acceptedFindings } from "./accepted-findings.ts";
import { baselineOf } from "./baseline.ts";
import type { LintSettings } from "./lint-settings.ts";

export interface LintTextOptions {
  /** The folder that the command would run in: the baseline is the one that it would find. */
  readonly cwd: string;
  /** What the configuration says that it would find there. */
  readonly settings: LintSettings;
  /** The file, absolute. What it holds on the disk is not looked at. */
  readonly path: string;
  /** Today, `2027-01-31`. */
  readonly today: string;
}

/** A finding twice: as the rule made it, with its fix, and as it is shown. */
export interface LintedText {
  readonly finding: Finding;
  readonly reported: ReportedFinding;
}

/** Throws a `ProblemError` when the baseline has mistakes. */
export async function lintText(
  { text, tape, json, root }: BlueprintDocument,
  scenario: Scenario,
  { cwd, settings, path, today }: LintTextOptions,
): Promise<readonly LintedText[]> {
  const paths = [resolve(cwd, path)];
  if (settings.isIgnored(paths)) return [];
  const all = lint(
    { scenario, json: resolvePointer(json, root), root },
    {
      severityOf: settings.severityOf(paths),
      optionsOf: settings.optionsOf(paths),
      customFunctions: settings.customFunctions,
      rules: settings.rules,
      catalog: settings.catalog,
      // What shows between scenarios needs all of them. From one alone, nobody can tell.
      project: createProject([]),
    },
  );
  const accepted = acceptedFindings(settings, { cwd, today, isWhole: true });
  const { kept } = accepted.take({ paths, scenario, findings: all, authored: [] });
  const baseline = await baselineOf({}, { cwd, settings });
  const found = { path, paths, scenario, findings: kept };
  // The only file here is the last one that could be another's new name.
  baseline?.postpones(found);
  const { fresh } = baseline?.take(found) ?? { fresh: kept };
  const { findings: reported } = locateFindings({
    path: shownPath(path, cwd),
    findings: fresh,
    locate: createLocator(text, tape),
    secrets: findSecrets(scenario).map(({ value }) => value),
  });
  return fresh.map((finding, index) => ({ finding, reported: reported[index] as ReportedFinding }));
}
