import { type Problem, ProblemError, type Severity } from "../../diagnostics/diagnostic.ts";
import { type FormatContext, type FormatName, loadFormat } from "../../lint/formats/format.ts";
import { count } from "../../lint/formats/shown.ts";
import type { FixLevel } from "../../lint/mend.ts";
import { failsFrom } from "../../lint/severity-rank.ts";
import { isScenarioFile } from "../../load/find-files.ts";
import type { FixedFiles, FixOptions } from "../../load/lint/fix-files.ts";
import { type LintedFiles, type LintFilesOptions, lintFiles } from "../../load/lint/lint-files.ts";
import { quote } from "../../util/quote.ts";
import { baselineOptions, describeBaseline } from "../baseline.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { placeAndDay, type SharedLintFlags, settingsOf } from "../lint-flags.ts";
import { onTerminal } from "../on-terminal.ts";
import { formatProblems, shownProblem } from "../problems.ts";
import { createProgress } from "../progress.ts";
import { VERSION } from "../version.ts";
import type { WatchedRun } from "./watch.ts";

export interface LintFlags extends SharedLintFlags {
  readonly format: FormatName;
  readonly printConfig?: boolean;
  readonly writeBaseline?: string | boolean;
  readonly pruneBaseline?: boolean;
  readonly fix?: FixLevel;
  readonly fixDryRun?: boolean;
  readonly changed?: string;
  readonly watch?: boolean;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly stdinFilename: string;
}

/** Checks files and prints the report. Files that cannot be read do not keep the others from being checked. */
export async function lint(files: readonly string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const settings = settingsOf(flags, io);
  if (flags.printConfig) return (await import("./print-config.ts")).printConfig(files, flags.format, settings, io);
  refuseContradictions(files, flags);
  if (flags.watch) return (await import("./watch.ts")).watch(watchedRun(files, flags), io);
  const reportFiles = flags.output && (await import("../report-files.ts"));
  const outputs = reportFiles?.readReportFiles(flags.output ?? [], io.cwd) ?? [];
  const formats = [flags.format, ...outputs.map(({ format }) => format)];
  const spent = new Map<string, number>();
  const progress = createProgress(io, Date.now);
  const options: LintFilesOptions = {
    onProgress: progress.tell,
    ...settings,
    ...placeAndDay(flags, io),
    stdinFilename: flags.stdinFilename,
    baseline: baselineOptions(flags),
    ...(flags.changed === undefined ? {} : { changedSince: flags.changed }),
    fingerprints: formats.some((format) => format === "json" || format === "sarif"),
    ...(flags.stats ? { stopwatch: { now: () => performance.now(), spent } } : {}),
  };
  const checkFiles = async (): Promise<LintedFiles & Partial<FixedFiles>> =>
    flags.fix !== undefined || flags.fixDryRun
      ? (await import("../../load/lint/fix-files.ts")).fixFiles(files, options, fixOptions(flags))
      : lintFiles(files, options);
  const linted = await checkFiles().finally(progress.clear);
  const { report, checked, problems, textOf, baseline, fixes } = linted;
  const fails = failsFrom(flags.failOn);
  const { warning } = report.summary;
  const tooMany = warning > (flags.maxWarnings ?? Number.POSITIVE_INFINITY);
  const context: FormatContext = {
    textOf,
    checked,
    problems: problems.map((problem) => shownProblem(problem, io.cwd)),
    fails,
    pageOf: formats.includes("sarif") ? (await import("../../load/lint/rule-page.ts")).readRulePage : () => undefined,
    version: VERSION,
  };

  const unwritten = await reportFiles?.writeReports(
    outputs,
    async (format) => (await loadFormat(format))(report, context),
    { checked: [...checked, ...report.findings.map(({ path }) => path)], cwd: io.cwd },
  );
  const told = [...problems, ...(unwritten ?? [])];
  if (told.length > 0) io.stderr(formatProblems(told, io, textOf));

  if (flags.fixDryRun && linted.fixes) {
    io.stdout((await import("../fixes.ts")).diffOf({ ...linted, fixes: linted.fixes }, io.cwd));
  } else if (report.files > 0 || flags.format !== "text") {
    // Too many warnings make the run fail, too.
    const counts = (severity: Severity): boolean => fails(severity) || (tooMany && severity === "warning");
    const shown = flags.quiet
      ? { ...report, findings: report.findings.filter(({ severity }) => counts(severity)) }
      : report;
    io.stdout((await loadFormat(flags.format))(shown, { ...context, ...(await onTerminal(io)) }));
    if (io.terminal && flags.format === "text" && shown.findings.length > 0) {
      io.stderr("`cyanotype explain <rule>` tells more\n");
    }
  }
  if (flags.changed !== undefined && report.files === 0 && told.length === 0) {
    io.stderr(`Nothing to check: no file has changed since ${quote(flags.changed)}\n`);
  }
  if (linted.stdinIgnoredBy !== undefined) {
    io.stderr(`${flags.stdinFilename} was not checked: ${linted.stdinIgnoredBy} ignores it\n`);
  }
  if (fixes) io.stderr((await import("../fixes.ts")).describeFixes(fixes, fixOptions(flags)));
  if (baseline) io.stderr(describeBaseline(baseline));
  if (flags.stats) io.stderr((await import("../stats-table.ts")).statsTable(spent, report.files));
  if (told.length > 0) return EXIT.usage;

  if (tooMany) io.stderr(`${count(warning, "warning")}, and at most ${flags.maxWarnings} allowed\n`);
  // Like a check for what is stale: something is to be done.
  if (flags.fixDryRun && fixes && fixes.files.length > 0) return EXIT.findings;
  return tooMany || report.findings.some(({ severity }) => fails(severity)) ? EXIT.findings : EXIT.ok;
}

const fixOptions = ({ fix = "safe", fixDryRun = false }: LintFlags): FixOptions => ({ level: fix, dryRun: fixDryRun });

const watchedRun = (patterns: readonly string[], { config, baseline, output = [] }: LintFlags): WatchedRun => ({
  patterns,
  named: [config, baseline].filter((path) => typeof path === "string"),
  written: output.map((text) => text.replace(/^[a-z]+=/u, "")),
});

/** What cannot be meant together is refused before anything is checked. */
function refuseContradictions(files: readonly string[], flags: LintFlags): void {
  const problems: Problem[] = [];
  const isFixing = flags.fix !== undefined || flags.fixDryRun === true;
  if (isFixing && files.includes("-")) {
    problems.push({ message: "What comes from stdin cannot be fixed", help: "Give the file instead of `-`" });
  }
  if (files.includes("-") && isScenarioFile(flags.stdinFilename)) {
    problems.push({ message: "A scenario cannot come from stdin", help: "Give the file: it is run where it stands" });
  }
  if (flags.watch && (isFixing || files.includes("-") || flags.writeBaseline || flags.pruneBaseline)) {
    problems.push({
      message: "`--watch` only checks files",
      help: "Leave out what writes, and `-`",
    });
  }
  if (isFixing && (flags.writeBaseline || flags.pruneBaseline)) {
    problems.push({ message: "Fixes and a change of the baseline do not go together", help: "Fix first" });
  }
  if (flags.fixDryRun && (flags.output || flags.format !== "text")) {
    problems.push({
      message: "`--fix-dry-run` prints a diff, and no report",
      help: "Leave `--format` and `--output` out",
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
}
