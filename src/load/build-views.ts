// All that a live view shows, made once: scenarios are compiled, what they print is written, and everything is checked.

import { readBlueprint } from "../blueprint/read.ts";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { createReport, type Report, type ReportedFinding } from "../lint/report.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { compareWithDisk } from "./check/compare-with-disk.ts";
import type { Compilation, PrintedScenario } from "./compile-files.ts";
import { findFiles, isScenarioFile, looksLikeBlueprint, SCENARIO_ENDING, shownPath } from "./find-files.ts";
import { isInside } from "./is-inside.ts";
import { type LintedFiles, type LintFilesOptions, lintFiles } from "./lint/lint-files.ts";
import { systemProblem } from "./system-problem.ts";
import { writeFiles } from "./write-files.ts";

export interface BuildOptions extends Pick<LintFilesOptions, "cwd" | "today" | "out" | "env" | "preset" | "config"> {
  /** Whether all scenarios are built: printed files of others are left over. */
  readonly whole: boolean;
}

/** A scenario as one environment prints it, or a blueprint. */
export interface BuiltView {
  /** Its blueprint, as people read the path: what it is known by. */
  readonly path: string;
  /** The blueprint's text. */
  readonly text: string;
  readonly name: string;
  /** The file that a person wrote, as people read the path. */
  readonly file: string;
  readonly environment?: string;
  readonly findings: readonly ReportedFinding[];
}

/** What came of a build. It goes from one process to another, and holds data alone. */
export interface Build {
  readonly views: readonly BuiltView[];
  /** Why others are not there. Their paths are absolute. */
  readonly problems: readonly Problem[];
  /** Files that are there and that not everything could be built from, as people read the paths. */
  readonly failed: readonly string[];
  readonly report: Report;
  /** Printed files that were written, and those that no scenario prints any more. */
  readonly written: readonly string[];
  readonly leftOver: readonly string[];
}

/** Builds everything behind what a person typed. What is wrong is told in what comes back. */
export async function buildViews(patterns: readonly string[], options: BuildOptions): Promise<Build> {
  const { cwd, out, whole } = options;
  const { files, problems } = await findEach(patterns, cwd);
  let { printed, failed }: Compilation = { printed: [], problems: [], failed: new Set(files) };
  let compared: Awaited<ReturnType<typeof compareWithDisk>> = { changed: [], leftOver: [] };
  const onCompiled = async (compilation: Compilation): Promise<(path: string) => boolean> => {
    ({ printed, failed } = compilation);
    // As `compile` does it: all, or nothing.
    if (compilation.problems.length === 0) {
      const comparison = await compareWithDisk(printed, { out, whole });
      await collecting(async () => {
        writeFiles(comparison.changed);
        compared = comparison;
      });
    }
    return (path) => files.some(isScenarioFile) && isInside(path, out);
  };
  const linted = await collecting(() => lintFiles(files, { ...options, stdinFilename: "", onCompiled }));
  const told = [...problems, ...(linted?.problems ?? [])];
  const isFailed = (file: string): boolean =>
    linted === undefined || failed.has(file) || told.some(({ path }) => path === file);
  return {
    views: linted ? [...printed.map((scenario) => viewOf(scenario, linted, cwd)), ...blueprintsIn(linted, cwd)] : [],
    problems: told,
    failed: files.filter(isFailed).map((file) => shownPath(file, cwd)),
    report: linted?.report ?? createReport([], 0),
    written: compared.changed.map(({ path }) => shownPath(path, cwd)),
    leftOver: compared.leftOver.map((path) => shownPath(path, cwd)),
  };

  async function collecting<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const refused = systemProblem(error);
      if (refused) problems.push(refused);
      else if (error instanceof ProblemError) problems.push(...error.problems);
      else throw error;
      return undefined;
    }
  }
}

/** A file or a folder that is gone does not keep the others from being found. */
async function findEach(
  patterns: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly problems: Problem[] }> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const pattern of patterns) {
    try {
      const inFolders = [`**/*${SCENARIO_ENDING}`, "**/*.json"];
      for (const file of await findFiles([pattern], { cwd, inFolders, wanted: looksLikeBlueprint })) files.add(file);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { files: [...files], problems };
}

function viewOf(
  { path, text, scenario, environment, file }: PrintedScenario,
  linted: LintedFiles,
  cwd: string,
): BuiltView {
  const shown = shownPath(path, cwd);
  return {
    path: shown,
    text,
    name: linted.cover(shown, scenario.name),
    file: shownPath(file.path, cwd),
    environment: environment.name,
    findings: linted.findingsOf(shown),
  };
}

/** Blueprints that no scenario here prints. */
const blueprintsIn = (linted: LintedFiles, cwd: string): readonly BuiltView[] =>
  linted.files
    .filter((file) => !isScenarioFile(file))
    .map((file) => {
      const path = shownPath(file, cwd);
      const text = linted.textOf(path) ?? "";
      return { path, text, name: nameIn(text) || path, file: path, findings: linted.findingsOf(path) };
    });

function nameIn(text: string): string {
  const result = readBlueprint(text);
  return result.ok ? scenarioOf(result.document).name : "";
}
