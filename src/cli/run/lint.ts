import { resolve } from "node:path";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { type FormatContext, type FormatName, loadFormat } from "../../lint/formats/format.ts";
import { count } from "../../lint/formats/shown.ts";
import type { Preset } from "../../lint/rule.ts";
import { lintFiles } from "../../load/lint-files.ts";
import type { LintSettingsOptions } from "../../load/lint-settings.ts";
import { baselineOptions, describeBaseline } from "../baseline.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { painter } from "../paint.ts";
import { formatProblems, shownProblem } from "../problems.ts";
import { VERSION } from "../version.ts";

export interface LintFlags {
  readonly format: FormatName;
  readonly output?: readonly string[];
  readonly preset?: Preset;
  readonly config?: string;
  readonly printConfig?: boolean;
  readonly baseline?: string | boolean;
  readonly writeBaseline?: string | boolean;
  readonly pruneBaseline?: boolean;
  readonly rule?: readonly string[];
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly env?: string;
  readonly out: string;
  readonly stdinFilename: string;
}

const RANKS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Checks files and prints the report. Files that cannot be read do not keep the others from being checked. */
export async function lint(files: readonly string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const settings = settingsOf(flags, io);
  if (flags.printConfig) return (await import("./print-config.ts")).printConfig(files, flags.format, settings, io);
  const reportFiles = flags.output && (await import("../report-files.ts"));
  const outputs = reportFiles?.readReportFiles(flags.output ?? [], io.cwd) ?? [];
  const formats = [flags.format, ...outputs.map(({ format }) => format)];
  const spent = new Map<string, number>();
  const { report, checked, problems, textOf, baseline } = await lintFiles(files, {
    ...settings,
    today: new Date().toISOString().slice(0, "2027-01-31".length),
    out: resolve(io.cwd, flags.out),
    stdinFilename: flags.stdinFilename,
    baseline: baselineOptions(flags),
    ...(flags.env === undefined ? {} : { env: flags.env }),
    fingerprints: formats.some((format) => format === "json" || format === "sarif"),
    ...(flags.stats ? { stopwatch: { now: () => performance.now(), spent } } : {}),
  });
  const fails = (severity: Severity): boolean => RANKS[severity] >= RANKS[flags.failOn];
  const context: FormatContext = {
    textOf,
    checked,
    problems: problems.map((problem) => shownProblem(problem, io.cwd)),
    fails,
    pageOf: formats.includes("sarif") ? (await import("../../load/rule-page.ts")).readRulePage : () => undefined,
    version: VERSION,
  };

  const told = [...problems, ...((await reportFiles?.writeReports(outputs, report, context, io.cwd)) ?? [])];
  if (told.length > 0) io.stderr(formatProblems(told, io, textOf));

  if (report.files > 0 || flags.format !== "text") {
    const shown = flags.quiet
      ? { ...report, findings: report.findings.filter(({ severity }) => fails(severity)) }
      : report;
    io.stdout((await loadFormat(flags.format))(shown, { ...context, paint: painter(io.colors) }));
    if (io.terminal && flags.format === "text" && shown.findings.length > 0) {
      io.stderr("`cyanotype explain <rule>` tells more\n");
    }
  }
  if (baseline) io.stderr(describeBaseline(baseline));
  if (flags.stats) io.stderr((await import("../stats-table.ts")).statsTable(spent, report.files));
  if (told.length > 0) return EXIT.usage;

  const { warning } = report.summary;
  const tooMany = warning > (flags.maxWarnings ?? Number.POSITIVE_INFINITY);
  if (tooMany) io.stderr(`${count(warning, "warning")}, and at most ${flags.maxWarnings} allowed\n`);
  return tooMany || report.findings.some(({ severity }) => fails(severity)) ? EXIT.findings : EXIT.ok;
}

const settingsOf = ({ preset, config, rule }: LintFlags, { cwd }: Io): LintSettingsOptions => ({
  cwd,
  ...(preset === undefined ? {} : { preset }),
  ...(config === undefined ? {} : { config }),
  ...(rule === undefined ? {} : { rules: rule }),
});
