import { appendFileSync } from "node:fs";
import { asLintReport } from "../../check/as-lint-report.ts";
import {
  FORMATS,
  type FormatContext,
  type FormatName,
  loadFormat as loadCheckFormat,
} from "../../check/formats/format.ts";
import type { Verdict } from "../../check/report.ts";
import { printable } from "../../diagnostics/code-frame.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { loadFormat as loadLintFormat, type FormatName as ReportFormat } from "../../lint/formats/format.ts";
import { failsFrom } from "../../lint/severity-rank.ts";
import { type CheckedFiles, checkFiles } from "../../load/check/check-files.ts";
import { systemProblem } from "../../load/system-problem.ts";
import { baselineOptions, describeBaseline } from "../baseline.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { placeAndDay, type SharedLintFlags, settingsOf } from "../lint-flags.ts";
import { onTerminal } from "../on-terminal.ts";
import { formatProblems, shownProblem } from "../problems.ts";
import { createProgress } from "../progress.ts";
import { VERSION } from "../version.ts";

export interface CheckFlags extends SharedLintFlags {
  readonly base?: string;
  readonly format: FormatName;
}

const EXITS: Readonly<Record<Verdict, ExitCode>> = { passed: EXIT.ok, failed: EXIT.findings, trouble: EXIT.usage };

/** Checks a project as a whole, prints what came of it, and writes the reports that were asked for. */
export async function check(files: readonly string[], flags: CheckFlags, io: Io): Promise<ExitCode> {
  if (files.includes("-")) {
    throw new ProblemError([
      { message: "A gate checks files", help: "`cyanotype lint -` checks what comes from stdin" },
    ]);
  }
  const reportFiles = flags.output && (await import("../report-files.ts"));
  const outputs = reportFiles?.readReportFiles(flags.output ?? [], io.cwd) ?? [];
  const { base, failOn, maxWarnings } = flags;
  const progress = createProgress(io, Date.now);
  const checked = await checkFiles(files, {
    ...settingsOf(flags, io),
    ...placeAndDay(flags, io),
    onProgress: progress.tell,
    stdinFilename: "-",
    baseline: baselineOptions(flags),
    ...(base === undefined ? {} : { base }),
    fingerprints: [flags.format, ...outputs.map(({ format }) => format)].some(
      (format) => format === "json" || format === "sarif",
    ),
    limits: { failOn, ...(maxWarnings === undefined ? {} : { maxWarnings }) },
    shown: (problem) => shownProblem(problem, io.cwd),
  }).finally(progress.clear);

  const { report, problems, textOf, baseline } = checked;
  const print = await printer(
    checked,
    flags,
    outputs.some(({ format }) => format === "markdown"),
  );
  const unwritten = await reportFiles?.writeReports(outputs, print, {
    checked: [...checked.checked, ...report.lint.findings.map(({ path }) => path)],
    cwd: io.cwd,
  });
  const told = [...problems, ...(unwritten ?? []), ...(flags.format === "github" ? await appendSummary(print) : [])];
  if (told.length > 0) io.stderr(formatProblems(told, io, textOf));
  if (report.base && report.base.problems.length > 0) {
    const then = printable(`Not checked in the state of ${report.base.ref}, so not compared:`);
    io.stderr(`${then}\n\n${formatProblems(report.base.problems, io)}\n`);
  }
  io.stdout(await print(flags.format, io));
  if (baseline) io.stderr(describeBaseline(baseline, "`cyanotype lint . --prune-baseline`"));
  return told.length > 0 ? EXIT.usage : EXITS[report.verdict];
}

type Printer = (format: ReportFormat, terminal?: Io) => Promise<string>;

/** Prints in a format of its own, or in one of the linter's, in which all else that is wrong are findings. */
async function printer(
  { report, checked, textOf }: CheckedFiles,
  { format, failOn }: CheckFlags,
  isMarkdownWritten: boolean,
): Promise<Printer> {
  const isDrawn = report.base !== undefined && (isMarkdownWritten || format === "markdown" || format === "github");
  const draw = isDrawn ? await (await import("../../diff/formats/format.ts")).loadDrawing("mermaid") : () => "";
  const context: FormatContext = { textOf, draw: (file) => draw(file) };
  return async (name, terminal) => {
    const own = FORMATS.find((candidate) => candidate === name);
    if (own !== undefined) {
      return (await loadCheckFormat(own))(report, {
        ...context,
        ...(terminal ? await onTerminal(terminal) : {}),
      });
    }
    const { readRulePage } = await import("../../load/lint/rule-page.ts");
    return (await loadLintFormat(name))(asLintReport(report), {
      textOf,
      checked,
      problems: report.problems,
      fails: failsFrom(failOn),
      pageOf: name === "sarif" ? readRulePage : () => undefined,
      version: VERSION,
    });
  };
}

/** Under GitHub Actions, the summary is shown with the job. */
async function appendSummary(print: Printer): Promise<readonly Problem[]> {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === "") return [];
  try {
    appendFileSync(path, await print("markdown"));
    return [];
  } catch (error) {
    const problem = systemProblem(error);
    if (problem === undefined) throw error;
    return [{ ...problem, path, help: "It is named by GITHUB_STEP_SUMMARY" }];
  }
}
