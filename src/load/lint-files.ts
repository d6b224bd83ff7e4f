// Blueprints and scenarios, read and checked.

import { resolve } from "node:path";
import { createLocator } from "../blueprint/locate.ts";
import type { BlueprintDocument } from "../blueprint/read.ts";
import { type FilePosition, type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { fingerprint } from "../lint/fingerprint.ts";
import { type Finding, lint, type Stopwatch } from "../lint/linter.ts";
import { type FixableFinding, isFixable } from "../lint/mend.ts";
import { createProject } from "../lint/project.ts";
import { type CheckedFile, createReport, type LocatedFile, locateFindings, type Report } from "../lint/report.ts";
import { findSecrets } from "../lint/secrets.ts";
import type { Scenario } from "../model/scenario.ts";
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
import type { Texts } from "./scenarios.ts";
import { createShownTexts } from "./shown-texts.ts";

export interface LintFilesOptions extends LintSettingsOptions, Pick<AcceptanceOptions, "today"> {
  /** Where scenarios are printed to: their steps keep their ids by what is there. */
  readonly out: string;
  readonly env?: string;
  readonly stdinFilename: string;
  /** Whether findings get the fingerprints that they are recognized by. */
  readonly fingerprints?: boolean;
  readonly stopwatch?: Stopwatch;
  readonly baseline?: BaselineOptions;
  /** Texts that stand in for those of files, by path. */
  readonly texts?: Texts;
  /** Only files that differ from this state of the repository. */
  readonly changedSince?: string;
  /** Told before each file how many were checked, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface LintedFiles {
  readonly report: Report;
  /** What was checked, as a person knows it: a scenario by its source, once for all that was printed from it. */
  readonly checked: readonly string[];
  /** Files that could not be read or are no blueprints. The others were checked all the same. */
  readonly problems: readonly Problem[];
  /** The text of a file that was checked, by the path in the report; and of stdin. */
  readonly textOf: (path: string) => string | undefined;
  /** Covers the secrets of a file in another text of it. */
  readonly cover: (path: string, text: string) => string;
  /** What became of the baseline, if there is one. */
  readonly baseline: BaselineOutcome | undefined;
  /** What is told and could be mended, file by file. */
  readonly fixable: readonly FixableFile[];
}

/** A blueprint with findings that could be mended. */
export interface FixableFile {
  /** The file that a person wrote, absolute. */
  readonly file: string;
  readonly findings: readonly FixableFinding[];
  /** Of a scenario: how it is printed, and where its author wrote what stands at a pointer. */
  readonly printed?: {
    readonly path: string;
    readonly text: string;
    readonly sourceOf: (pointer: string) => FilePosition | undefined;
  };
}

/** What is to be checked, and where it comes from. */
interface Input {
  /** Reads it. What is found between scenarios may ask for it again, after all the others. */
  readonly read: () => ReadFileResult | Promise<ReadFileResult>;
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
  const project = createProject(settings.rules);
  const checked: Input[] = [];
  const located: LocatedFile[] = [];
  const problems: Problem[] = [];
  const fixable: FixableFile[] = [];
  const texts = createShownTexts();

  const paths = (await collecting(() => findPaths(patterns.filter((pattern) => pattern !== "-")))) ?? [];
  if (patterns.includes("-")) {
    const text = await readStdin();
    texts.keep(stdinFilename, text);
    const read = () => readBlueprintOf(stdinFilename, text);
    await check({ read, path: stdinFilename, paths: [resolve(cwd, stdinFilename)] });
  }
  for (const [index, file] of paths.filter((found) => !isScenarioFile(found)).entries()) {
    options.onProgress?.(index, paths.length);
    const path = shownPath(file, cwd);
    const instead = options.texts?.get(file);
    if (instead === undefined) texts.readAgain(path, file);
    else texts.keep(path, instead.replace(/^\ufeff/u, ""));
    const read = () => (instead === undefined ? readBlueprintFile(file) : readBlueprintOf(file, instead));
    await check({ read, path, paths: [file] });
  }
  await collecting(() => checkScenarios(paths.filter(isScenarioFile)));
  await checkBetween();

  for (const input of checked) located.push(...(await faultsIn(input)));
  const configuration = await accepted.faultsInConfiguration();
  for (const { path } of configuration) texts.keep(path, settings.configuration?.text ?? "");
  located.push(...configuration.map(locateFindings));
  return {
    report: createReport(located, checked.length),
    checked: [...new Set(checked.map(({ name, path }) => name ?? path))],
    problems,
    textOf: texts.textOf,
    cover: texts.cover,
    fixable,
    baseline: baseline?.finish({ isWhole, isComplete: problems.length === 0 }),
  };

  async function check(input: Input): Promise<void> {
    const result = await input.read();
    if (!result.ok) {
      problems.push(...result.problems);
      return;
    }
    checked.push(input);
    const { document } = result;
    const scenario = scenarioOf(document);
    const findings = lint(
      { scenario, json: resolvePointer(document.json, document.root), root: document.root },
      {
        severityOf: settings.severityOf(input.paths),
        optionsOf: settings.optionsOf(input.paths),
        customFunctions: settings.customFunctions,
        rules: settings.rules,
        catalog: settings.catalog,
        project,
        ...(stopwatch ? { stopwatch } : {}),
      },
    );
    locate(input, document, scenario, findings);
  }

  /** Files with something between them and others are read once more: so far, nobody kept them. */
  async function checkBetween(): Promise<void> {
    const found = project.check();
    for (const [index, input] of checked.entries()) {
      const findings = found
        .filter(({ scenario }) => scenario === index)
        .map(({ finding, severity }) => ({ ...finding, severity }));
      if (findings.length === 0) continue;
      const result = await input.read();
      if (result.ok) locate(input, result.document, scenarioOf(result.document), findings);
    }
  }

  /** Takes out what is accepted of a file's findings, and looks up where the others are. */
  function locate(
    { path, paths: all, slug, authored = [], sourceOf }: Input,
    { text, tape }: BlueprintDocument,
    scenario: Scenario,
    findings: readonly Finding[],
  ): void {
    const secrets = findSecrets(scenario).map(({ value }) => value);
    for (const shown of new Set([path, ...all.map((file) => shownPath(file, cwd))])) texts.hide(shown, secrets);
    const { kept, suppressed } = accepted.take({ paths: all, scenario, findings, authored });
    const origin = { path: all.at(-1) ?? path, ...(slug === undefined ? {} : { name: slug }) };
    const { fresh, known } = baseline?.take({ ...origin, paths: all, scenario, findings: kept }) ?? { fresh: kept };
    const file: CheckedFile = {
      path,
      findings: fresh,
      suppressed,
      ...(known ? { known } : {}),
      locate: createLocator(text, tape),
      ...(sourceOf ? { sourceOf } : {}),
      ...(options.fingerprints ? { fingerprintOf: (finding) => fingerprint(finding, scenario) } : {}),
      secrets,
    };
    located.push(locateFindings(file));
    const mendable = fresh.filter(isFixable);
    if (mendable.length === 0) return;
    fixable.push({
      file: origin.path,
      findings: mendable,
      ...(sourceOf ? { printed: { path, text, sourceOf } } : {}),
    });
  }

  /** What is wrong with the suppressions of a scenario's author: each at its own word. */
  async function faultsIn(input: Input): Promise<LocatedFile[]> {
    const { path, paths: all, authored = [], wordAt, sourceOf = () => undefined } = input;
    const faults = accepted.faultsIn({ paths: all, authored });
    const result = faults.length > 0 ? await input.read() : undefined;
    if (!result?.ok) return [];
    const locateIn = createLocator(result.document.text);
    return faults.map(({ suppressed, finding }) =>
      locateFindings({
        path,
        locate: locateIn,
        findings: [finding],
        sourceOf: (pointer) => wordAt?.(suppressed, pointer) ?? sourceOf(pointer),
      }),
    );
  }

  async function findPaths(wanted: readonly string[]): Promise<readonly string[]> {
    if (wanted.length === 0) return [];
    const inFolders = ["**/*.json", `**/*${SCENARIO_ENDING}`];
    const found = await findFiles(wanted, { cwd, inFolders, wanted: looksLikeBlueprint });
    const left = found.filter((path) => !settings.isIgnored([path]));
    if (left.length > 0 || found.length === 0) return onlyChanged(left);
    throw new ProblemError([
      {
        path: settings.configuration?.path ?? "",
        message: "Nothing is left to check: the configuration ignores every file that was found",
        help: "Look at `ignores`, or give other files",
      },
    ]);
  }

  async function onlyChanged(found: readonly string[]): Promise<readonly string[]> {
    if (options.changedSince === undefined) return found;
    const { changedSince } = await import("./changed-files.ts");
    return found.filter(await changedSince(options.changedSince, cwd));
  }

  async function checkScenarios(scenarios: readonly string[]): Promise<void> {
    if (scenarios.length === 0) return;
    const { compileFiles } = await import("./compile-files.ts");
    for (const { scenario, path, text, file, sourceOf } of await compileFiles(scenarios, options)) {
      if (settings.isIgnored([path])) continue;
      const name = shownPath(file.path, cwd);
      texts.keep(name, file.text);
      // What is about the whole scenario, or about its settings, stands at its name.
      const { position } = scenario;
      const placeOf = (pointer: string): FilePosition | undefined =>
        sourceOf(pointer) ?? (position && namePosition(position, file.text, scenario.name));
      const shown = (place: FilePosition | undefined): FilePosition | undefined =>
        place && { ...place, path: shownPath(place.path, cwd) };
      const printed = shownPath(path, cwd);
      texts.keep(printed, text);
      await check({
        read: () => readBlueprintOf(path, text),
        path: printed,
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
