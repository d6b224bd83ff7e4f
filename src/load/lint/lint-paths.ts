import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { findFiles, isScenarioFile, looksLikeBlueprint, SCENARIO_ENDING } from "../find-files.ts";
import type { LintFilesOptions } from "./lint-files.ts";
import type { LintSettings } from "./lint-settings.ts";

export interface LintPaths {
  /** Absolute. */
  readonly paths: readonly string[];
  /** Whether none of the scenarios that were found was left out. */
  readonly hasAllScenarios: boolean;
  /** What was found, and the configuration ignores. */
  readonly ignored: readonly string[];
}

/** The files behind what a person typed, without those that the configuration ignores, and that have not changed. */
export async function findLintPaths(
  patterns: readonly string[],
  settings: LintSettings,
  { cwd, changedSince: ref }: Pick<LintFilesOptions, "cwd" | "changedSince">,
): Promise<LintPaths> {
  if (patterns.length === 0) return { paths: [], hasAllScenarios: false, ignored: [] };
  const inFolders = ["**/*.json", `**/*${SCENARIO_ENDING}`];
  const all = await findFiles(patterns, { cwd, inFolders, wanted: looksLikeBlueprint });
  const left: string[] = [];
  const ignored: string[] = [];
  for (const path of all) (settings.isIgnored([path]) ? ignored : left).push(path);
  if (left.length === 0 && all.length > 0) {
    throw new ProblemError([
      {
        path: settings.configuration?.path ?? "",
        message: "Nothing is left to check: the configuration ignores every file that was found",
        help: "Look at `ignores`, or give other files",
      },
    ]);
  }
  const paths = ref === undefined ? left : await onlyChanged(left, ref, cwd);
  const scenariosIn = (files: readonly string[]): number => files.filter(isScenarioFile).length;
  return { paths, hasAllScenarios: scenariosIn(paths) === scenariosIn(all), ignored };
}

async function onlyChanged(files: readonly string[], ref: string, cwd: string): Promise<readonly string[]> {
  const { changedSince } = await import("../git/changed-files.ts");
  return files.filter(await changedSince(ref, cwd));
}
