// Blueprints and scenarios, read and checked.

import { resolve } from "node:path";
import { createLocator } from "../../blueprint/locate.ts";
import type { BlueprintDocument } from "../../blueprint/read.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { type FilePosition, type JsonPlace, type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { fingerprint } from "../../lint/fingerprint.ts";
import { type Finding, lint, type Stopwatch } from "../../lint/linter.ts";
import { type FixableFinding, isFixable } from "../../lint/mend.ts";
import { createProject } from "../../lint/project.ts";
import {
  type CheckedFile,
  createReport,
  type LocatedFile,
  locateFindings,
  type Report,
  type ReportedFinding,
} from "../../lint/report.ts";
import { findSecrets } from "../../lint/secrets.ts";
import type { Scenario } from "../../model/scenario.ts";
import { scenarioOf } from "../../model/scenario-of.ts";
import { pointer, resolvePointer } from "../../util/json-pointer.ts";
import type { Compilation } from "../compile-files.ts";
import { isScenarioFile, shownPath } from "../find-files.ts";
import { readBlueprintFile, readBlueprintOf } from "../read-blueprint-file.ts";
import { readStdin, UNNAMED } from "../read-stdin.ts";
import type { Texts } from "../scenarios/scenarios.ts";
import { type AcceptanceOptions, acceptedFindings } from "./accepted-findings.ts";
import { baselineOf } from "./baseline.ts";
import type { BaselineOptions, BaselineOutcome } from "./baseline-run.ts";
import { faultsOfIgnores } from "./ignored-files.ts";
import { type LintInput, printedInput } from "./lint-input.ts";
import { findLintPaths } from "./lint-paths.ts";
import { type LintSettingsOptions, lintSettings } from "./lint-settings.ts";
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
  /** Told which files of scenarios are checked, before any is run. */
  readonly onFound?: (scenarios: readonly string[]) => void;
  /**
   * Told what the scenarios are printed as, before anything is checked; `isWhole` when no scenario was left out. Gives
   * the blueprints that are not checked for themselves, because a scenario stands for them.
   */
  readonly onCompiled?: (compilation: Compilation, isWhole: boolean) => Promise<(path: string) => boolean>;
  /** Told before each file how many were checked, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface LintedFiles {
  readonly report: Report;
  /** What was checked, as a person knows it: a scenario by its source, once for all that was printed from it. */
  readonly checked: readonly string[];
  /** The same files, absolute. */
  readonly files: readonly string[];
  /** What is said of a blueprint, by its path in the report, which tells once what several printed forms have alike. */
  readonly findingsOf: (path: string) => readonly ReportedFinding[];
  /** Files that could not be read or are no blueprints. The others were checked all the same. */
  readonly problems: readonly Problem[];
  /** The text of a file that was checked, by the path in the report; and of stdin. */
  readonly textOf: (path: string) => string | undefined;
  /** Covers the secrets of a file in another text of it. */
  readonly cover: (path: string, text: string) => string;
  /** The configuration that ignores what came from stdin, by the name that it was given. */
  readonly stdinIgnoredBy?: string;
  /** What became of the baseline, if there is one. */
  readonly baseline: BaselineOutcome | undefined;
  /** The modules that are known here. */
  readonly catalog: Catalog;
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
    /** The name of the step around it, and what surely says it. */
    readonly sourceOf: (place: JsonPlace) => FilePosition | undefined;
    readonly exactPlaceOf: (place: JsonPlace) => FilePosition | undefined;
  };
}

/** Checks everything behind what a person typed: `-` is stdin, folders are searched, patterns are matched. */
export async function lintFiles(patterns: readonly string[], options: LintFilesOptions): Promise<LintedFiles> {
  const { cwd, stopwatch, stdinFilename } = options;
  const settings = await lintSettings(options);
  const isWhole = options.env === undefined;
  const accepted = acceptedFindings(settings, { ...options, isWhole });
  const baseline = await baselineOf(options.baseline ?? {}, { cwd, settings });
  const project = createProject(settings.rules);
  const checked: LintInput[] = [];
  const located: LocatedFile[] = [];
  const problems: Problem[] = [];
  const fixable: FixableFile[] = [];
  const texts = createShownTexts();
  const postponed: { readonly input: LintInput; readonly findings: readonly Finding[] }[] = [];
  const allSecrets = new Set<string>();

  const wanted = patterns.filter((pattern) => pattern !== "-");
  const found = await collecting(() => findLintPaths(wanted, settings, options));
  const scenarios = found?.paths.filter(isScenarioFile) ?? [];
  options.onFound?.(scenarios);
  const compilation = await compileScenarios(scenarios);
  const isPrinted = (await options.onCompiled?.(compilation, found?.hasAllScenarios ?? false)) ?? (() => false);
  const paths = (found?.paths ?? []).filter((path) => !isPrinted(path));
  const ignored = new Set(found?.ignored);
  let stdinIgnoredBy: string | undefined;
  if (patterns.includes("-")) {
    // Also what is ignored is read: whoever writes it must not be cut off.
    const text = await readStdin();
    const file = resolve(cwd, stdinFilename);
    if (stdinFilename !== UNNAMED && settings.configuration && settings.isIgnored([file])) {
      stdinIgnoredBy = shownPath(settings.configuration.path, cwd);
      ignored.add(file);
    } else {
      texts.keep(stdinFilename, text);
      await check({ read: () => readBlueprintOf(stdinFilename, text), path: stdinFilename, paths: [file] });
    }
  }
  for (const [index, file] of paths.filter((each) => !isScenarioFile(each)).entries()) {
    options.onProgress?.(index, paths.length);
    const path = shownPath(file, cwd);
    const instead = options.texts?.get(file);
    if (instead === undefined) texts.readAgain(path, file);
    else texts.keep(path, instead.replace(/^\ufeff/u, ""));
    const read = () => (instead === undefined ? readBlueprintFile(file) : readBlueprintOf(file, instead));
    await check({ read, path, paths: [file] });
  }
  await checkPrinted(compilation);
  // What is between scenarios, and what hides nothing, is known only when all of them are there.
  const isComplete = compilation.problems.length === 0;
  if (isComplete) {
    await checkBetween();
    for (const input of checked) located.push(...(await faultsIn(input)));
  }
  await locatePostponed();
  const configuration = isComplete
    ? [...(await accepted.faultsInConfiguration()), ...faultsOfIgnores(settings, ignored, cwd)]
    : [];
  for (const { path } of configuration) texts.keep(path, settings.configuration?.text ?? "");
  located.push(...configuration.map(locateFindings));
  return {
    report: createReport(located, checked.length),
    checked: [...new Set(checked.map(({ name, path }) => name ?? path))],
    files: [...new Set(checked.map(({ paths: all, path }) => all.at(-1) ?? path))],
    findingsOf: (path) => located.flatMap(({ findings }) => findings).filter((finding) => finding.path === path),
    problems,
    textOf: texts.textOf,
    cover: texts.cover,
    fixable,
    ...(stdinIgnoredBy === undefined ? {} : { stdinIgnoredBy }),
    baseline: baseline?.finish({ isWhole, isComplete: problems.length === 0 }),
    catalog: settings.catalog,
  };

  async function check(input: LintInput): Promise<void> {
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
    await locate(input, document, scenario, findings);
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
      if (result.ok) await locate(input, result.document, scenarioOf(result.document), findings, { isBetween: true });
    }
  }

  /** What could be told only when all files were seen: nobody kept these, either. */
  async function locatePostponed(): Promise<void> {
    for (const { input, findings } of postponed) {
      const result = await input.read();
      const options = { isBetween: true, wasPostponed: true };
      if (result.ok) await locate(input, result.document, scenarioOf(result.document), findings, options);
      else problems.push(...result.problems);
    }
  }

  /** Takes out what is accepted of a file's findings, and looks up where the others are. */
  async function locate(
    input: LintInput,
    { text, tape }: BlueprintDocument,
    scenario: Scenario,
    findings: readonly Finding[],
    { isBetween = false, wasPostponed = false } = {},
  ): Promise<void> {
    const { path, paths: all, slug, authored = [], sourceOf, exactly } = input;
    const secrets = findSecrets(scenario).map(({ value }) => value);
    for (const secret of secrets) allSecrets.add(secret);
    if (secrets.length > 0) {
      for (const shown of new Set([path, ...all.map((file) => shownPath(file, cwd))])) texts.hide(shown, secrets);
    }
    const { kept, suppressed } = accepted.take({ paths: all, scenario, findings, authored });
    const origin = { path: all.at(-1) ?? path, ...(slug === undefined ? {} : { name: slug }) };
    const found = { ...origin, paths: all, scenario, findings: kept };
    if (!wasPostponed && baseline?.postpones(found)) {
      postponed.push({ input, findings });
      return;
    }
    const { fresh, known } = baseline?.take(found) ?? { fresh: kept };
    const exactPlaceOf = findings.length > 0 ? await exactly?.() : sourceOf;
    const file: CheckedFile = {
      path,
      findings: fresh,
      suppressed,
      ...(known ? { known } : {}),
      locate: createLocator(text, tape),
      ...(exactPlaceOf ? { sourceOf: exactPlaceOf } : {}),
      ...(sourceOf ? { stepOf: sourceOf } : {}),
      ...(options.fingerprints ? { fingerprintOf: (finding) => fingerprint(finding, scenario) } : {}),
      // What is between scenarios names others.
      secrets: isBetween ? [...allSecrets] : secrets,
    };
    located.push(locateFindings(file));
    const mendable = fresh.filter(isFixable);
    if (mendable.length === 0) return;
    fixable.push({
      file: origin.path,
      findings: mendable,
      ...(sourceOf && exactPlaceOf ? { printed: { path, text, sourceOf, exactPlaceOf } } : {}),
    });
  }

  /** What is wrong with the suppressions of a scenario's author: each at the rule that it names. */
  async function faultsIn(input: LintInput): Promise<LocatedFile[]> {
    const { path, paths: all, authored = [], exactly, sourceOf } = input;
    const faults = accepted.faultsIn({ paths: all, authored });
    const result = faults.length > 0 ? await input.read() : undefined;
    if (!result?.ok) return [];
    const locateIn = createLocator(result.document.text);
    const placeOf = await exactly?.();
    const wordOf = (rule: string, at: JsonPlace): JsonPlace => ({
      pointer: pointer(at.pointer.replace(/\/module$/u, ""), "suppress", rule),
      key: true,
    });
    return faults.map(({ suppressed, finding }) =>
      locateFindings({
        path,
        locate: locateIn,
        findings: [finding],
        ...(placeOf ? { sourceOf: (place) => placeOf(wordOf(suppressed, place)) } : {}),
        ...(sourceOf ? { stepOf: sourceOf } : {}),
      }),
    );
  }

  async function compileScenarios(files: readonly string[]): Promise<Compilation> {
    if (files.length === 0) return { printed: [], problems: [], failed: new Set() };
    const { compileEach } = await import("../compile-files.ts");
    return compileEach(files, options);
  }

  async function checkPrinted(compiled: Compilation): Promise<void> {
    problems.push(...compiled.problems);
    for (const printed of compiled.printed) {
      if (settings.isIgnored([printed.path])) {
        ignored.add(printed.path);
        continue;
      }
      const input = printedInput(printed, cwd);
      texts.keep(shownPath(printed.file.path, cwd), printed.file.text.replace(/^\ufeff/u, ""));
      texts.keep(input.path, printed.text);
      await check(input);
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
