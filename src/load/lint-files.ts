// Blueprints and scenarios, read and checked.

import { resolve } from "node:path";
import { createLocator } from "../blueprint/locate.ts";
import { type FilePosition, type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { fingerprint } from "../lint/fingerprint.ts";
import { lint, type Stopwatch } from "../lint/linter.ts";
import { type CheckedFile, createReport, type Report } from "../lint/report.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { resolvePointer } from "../util/json-pointer.ts";
import { type AcceptanceOptions, acceptedFindings } from "./accepted-findings.ts";
import { authoredSuppressions, type PlacedSuppression } from "./authored-suppressions.ts";
import { baselineOf } from "./baseline.ts";
import type { BaselineOptions, BaselineOutcome } from "./baseline-run.ts";
import { findFiles, isScenarioFile, looksLikeBlueprint, SCENARIO_ENDING, shownPath } from "./find-files.ts";
import { type LintSettingsOptions, lintSettings, type Paths } from "./lint-settings.ts";
import { namePosition, quotedPosition } from "./point-at-name.ts";
import { type ReadFileResult, readBlueprintFile, readBlueprintOf } from "./read-blueprint-file.ts";
import { readStdin } from "./read-stdin.ts";

export interface LintFilesOptions extends LintSettingsOptions, Pick<AcceptanceOptions, "today"> {
  /** Where scenarios are printed to: their steps keep their ids by what is there. */
  readonly out: string;
  readonly env?: string;
  readonly stdinFilename: string;
  /** Whether findings get the fingerprints that they are recognized by. */
  readonly fingerprints?: boolean;
  readonly stopwatch?: Stopwatch;
  readonly baseline?: BaselineOptions;
}

export interface LintedFiles {
  readonly report: Report;
  /** What was checked, as a person knows it: a scenario by its source, once for all that was printed from it. */
  readonly checked: readonly string[];
  /** Files that could not be read or are no blueprints. The others were checked all the same. */
  readonly problems: readonly Problem[];
  /** The text of a file that was checked, by the path in the report; and of stdin. */
  readonly textOf: (path: string) => string | undefined;
  /** What became of the baseline, if there is one. */
  readonly baseline: BaselineOutcome | undefined;
}

/** What is to be checked, and where it comes from. */
interface Input {
  readonly result: ReadFileResult;
  /** The path in the report. */
  readonly path: string;
  /** Every path that it goes by, absolute; that of the file which a person wrote comes last. */
  readonly paths: Paths;
  /** What a person calls it; without it, as the path says. */
  readonly name?: string;
  /** Of a file of scenarios: which one. */
  readonly slug?: string;
  readonly authored?: readonly PlacedSuppression[];
  readonly sourceOf?: CheckedFile["sourceOf"];
  /** The place of a quoted word of the author's, at the module at a pointer. */
  readonly wordAt?: (word: string, pointer: string) => FilePosition | undefined;
}

/** Checks everything behind what a person typed: `-` is stdin, folders are searched, patterns are matched. */
export async function lintFiles(patterns: readonly string[], options: LintFilesOptions): Promise<LintedFiles> {
  const { cwd, stopwatch, stdinFilename } = options;
  const settings = await lintSettings(options);
  const isWhole = options.env === undefined;
  const accepted = acceptedFindings(settings, { ...options, isWhole });
  const baseline = await baselineOf(options.baseline ?? {}, { cwd, settings });
  const checked: (CheckedFile & Pick<Input, "paths" | "authored" | "wordAt">)[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const names = new Set<string>();

  const check = ({ result, path, paths, name = path, slug, authored = [], sourceOf, wordAt }: Input): void => {
    if (!result.ok) {
      problems.push(...result.problems);
      return;
    }
    const { document } = result;
    texts.set(path, document.text);
    const scenario = scenarioOf(document);
    const blueprint = resolvePointer(document.json, document.root);
    const findings = lint(
      { scenario, json: blueprint, root: document.root },
      {
        severityOf: settings.severityOf(paths),
        customFunctions: settings.customFunctions,
        ...(stopwatch ? { stopwatch } : {}),
      },
    );
    const { kept, suppressed } = accepted.take({ paths, scenario, findings, authored });
    const origin = { path: paths.at(-1) ?? path, ...(slug === undefined ? {} : { name: slug }) };
    const { fresh, known } = baseline?.take({ ...origin, paths, scenario, findings: kept }) ?? { fresh: kept };
    names.add(name);
    checked.push({
      path,
      paths,
      authored,
      findings: fresh,
      suppressed,
      ...(known ? { known } : {}),
      locate: createLocator(document.text),
      ...(sourceOf ? { sourceOf } : {}),
      ...(wordAt ? { wordAt } : {}),
      ...(options.fingerprints ? { fingerprintOf: (finding) => fingerprint(finding, scenario) } : {}),
    });
  };

  const paths = (await collecting(() => findPaths(patterns.filter((pattern) => pattern !== "-")))) ?? [];
  if (patterns.includes("-")) {
    const text = await readStdin();
    texts.set(stdinFilename, text);
    check({
      result: readBlueprintOf(stdinFilename, text),
      path: stdinFilename,
      paths: [resolve(cwd, stdinFilename)],
    });
  }
  for (const path of paths.filter((file) => !isScenarioFile(file))) {
    check({ result: await readBlueprintFile(path), path: shownPath(path, cwd), paths: [path] });
  }
  await collecting(() => checkScenarios(paths.filter(isScenarioFile)));

  const faults = checked.flatMap((file) =>
    accepted
      .faultsIn({ paths: file.paths, authored: file.authored ?? [] })
      .map(({ suppressed, finding }): CheckedFile => {
        const { path, locate, wordAt, sourceOf = () => undefined } = file;
        const sourceOfFault = (pointer: string) => wordAt?.(suppressed, pointer) ?? sourceOf(pointer);
        return { path, locate, findings: [finding], sourceOf: sourceOfFault };
      }),
  );
  const configuration = await accepted.faultsInConfiguration();
  for (const { path } of configuration) texts.set(path, settings.configuration?.text ?? "");
  return {
    report: createReport(checked, [...faults, ...configuration]),
    checked: [...names],
    problems,
    textOf: (path) => texts.get(path),
    baseline: baseline?.finish({ isWhole, isComplete: problems.length === 0 }),
  };

  async function findPaths(wanted: readonly string[]): Promise<readonly string[]> {
    if (wanted.length === 0) return [];
    const inFolders = ["**/*.json", `**/*${SCENARIO_ENDING}`];
    const found = await findFiles(wanted, { cwd, inFolders, wanted: looksLikeBlueprint });
    const left = found.filter((path) => !settings.isIgnored([path]));
    if (left.length > 0 || found.length === 0) return left;
    throw new ProblemError([
      {
        path: settings.configuration?.path ?? "",
        message: "Nothing is left to check: the configuration ignores every file that was found",
        help: "Look at `ignores`, or give other files",
      },
    ]);
  }

  async function checkScenarios(scenarios: readonly string[]): Promise<void> {
    if (scenarios.length === 0) return;
    const { compileFiles } = await import("./compile-files.ts");
    for (const { scenario, path, text, file, sourceOf } of await compileFiles(scenarios, options)) {
      if (settings.isIgnored([path])) continue;
      const name = shownPath(file.path, cwd);
      texts.set(name, file.text);
      // What is about the whole scenario stands at its name.
      const { position } = scenario;
      const placeOf = (pointer: string): FilePosition | undefined =>
        pointer === "" ? position && namePosition(position, file.text, scenario.name) : sourceOf(pointer);
      const shown = (place: FilePosition | undefined): FilePosition | undefined =>
        place && { ...place, path: shownPath(place.path, cwd) };
      check({
        result: readBlueprintOf(path, text),
        path: shownPath(path, cwd),
        paths: [path, file.path],
        name,
        slug: scenario.slug,
        authored: authoredSuppressions(scenario),
        sourceOf: (pointer) => shown(placeOf(pointer)),
        wordAt: (word, pointer) => {
          const place = placeOf(pointer);
          return shown(place && quotedPosition(place, file.text, word));
        },
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
