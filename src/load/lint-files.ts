// Blueprints and scenarios, read and checked.

import { createLocator } from "../blueprint/locate.ts";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { lint } from "../lint/linter.ts";
import { type CheckedFile, createReport, type Report } from "../lint/report.ts";
import type { Preset } from "../lint/rule.ts";
import { severities } from "../lint/severities.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { resolvePointer } from "../util/json-pointer.ts";
import { findFiles, isScenarioFile, looksLikeBlueprint, SCENARIO_ENDING, shownPath } from "./find-files.ts";
import { type ReadFileResult, readBlueprintFile, readBlueprintOf } from "./read-blueprint-file.ts";
import { readStdin } from "./read-stdin.ts";

export interface LintFilesOptions {
  readonly cwd: string;
  readonly preset: Preset;
  /** Rules that are more or less severe than the preset says: `weak-evidence=warning`. */
  readonly rules?: readonly string[];
  /** Where scenarios are printed to: their steps keep their ids by what is there. */
  readonly out: string;
  readonly env?: string;
  readonly stdinFilename: string;
}

export interface LintedFiles {
  readonly report: Report;
  /** Files that could not be read or are no blueprints. The others were checked all the same. */
  readonly problems: readonly Problem[];
  /** The text of a file that was checked, by the path in the report; and of stdin. */
  readonly textOf: (path: string) => string | undefined;
}

/** Checks everything behind what a person typed: `-` is stdin, folders are searched, patterns are matched. */
export async function lintFiles(patterns: readonly string[], options: LintFilesOptions): Promise<LintedFiles> {
  const { cwd, preset } = options;
  const severityOf = severities(preset, options.rules);
  const checked: CheckedFile[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, string>();

  const check = (result: ReadFileResult, path: string, sourceOf?: CheckedFile["sourceOf"]): void => {
    if (!result.ok) {
      problems.push(...result.problems);
      return;
    }
    const { document } = result;
    texts.set(path, document.text);
    const scenario = scenarioOf(document);
    const blueprint = resolvePointer(document.json, document.root);
    const findings = lint({ scenario, json: blueprint, root: document.root }, { severityOf });
    checked.push({ path, findings, locate: createLocator(document.text), ...(sourceOf ? { sourceOf } : {}) });
  };

  const files = patterns.filter((pattern) => pattern !== "-");
  const paths = await collecting(async () =>
    files.length === 0
      ? []
      : findFiles(files, { cwd, inFolders: ["**/*.json", `**/*${SCENARIO_ENDING}`], wanted: looksLikeBlueprint }),
  );
  if (patterns.includes("-")) {
    const text = await readStdin();
    texts.set(options.stdinFilename, text);
    check(readBlueprintOf(options.stdinFilename, text), options.stdinFilename);
  }
  for (const path of paths?.filter((file) => !isScenarioFile(file)) ?? []) {
    check(await readBlueprintFile(path), shownPath(path, cwd));
  }
  await collecting(() => checkScenarios(paths?.filter(isScenarioFile) ?? []));
  return { report: createReport(checked), problems, textOf: (path) => texts.get(path) };

  async function checkScenarios(scenarios: readonly string[]): Promise<void> {
    if (scenarios.length === 0) return;
    const { compileFiles } = await import("./compile-files.ts");
    for (const { path, text, file, sourceOf } of await compileFiles(scenarios, options)) {
      texts.set(shownPath(file.path, cwd), file.text);
      check(readBlueprintOf(path, text), shownPath(path, cwd), (pointer) => {
        const source = sourceOf(pointer);
        return source && { ...source, path: shownPath(source.path, cwd) };
      });
    }
  }

  /** What cannot be found or compiled is told with the rest. */
  async function collecting<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  }
}
