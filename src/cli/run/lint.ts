import { resolve } from "node:path";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { formatJson } from "../../lint/formats/json.ts";
import { formatText } from "../../lint/formats/text.ts";
import type { Preset } from "../../lint/rule.ts";
import { lintFiles } from "../../load/lint-files.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { painter } from "../paint.ts";
import { formatProblems } from "../problems.ts";

export interface LintFlags {
  readonly format: "text" | "json";
  readonly preset: Preset;
  readonly rule?: readonly string[];
  readonly failOn: Severity;
  readonly env?: string;
  readonly out: string;
  readonly stdinFilename: string;
}

const RANKS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Checks files and prints the report. Files that cannot be read do not keep the others from being checked. */
export async function lint(files: readonly string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const { report, problems, textOf } = await lintFiles(files, {
    cwd: io.cwd,
    preset: flags.preset,
    ...(flags.rule === undefined ? {} : { rules: flags.rule }),
    out: resolve(io.cwd, flags.out),
    stdinFilename: flags.stdinFilename,
    ...(flags.env === undefined ? {} : { env: flags.env }),
  });
  if (problems.length > 0) io.stderr(formatProblems(problems, io, textOf));
  if (flags.format === "json") io.stdout(formatJson(report));
  else if (report.files > 0) io.stdout(formatText(report, { textOf, paint: painter(io.colors) }));
  if (problems.length > 0) return EXIT.usage;
  return report.findings.some(({ severity }) => RANKS[severity] >= RANKS[flags.failOn]) ? EXIT.findings : EXIT.ok;
}
