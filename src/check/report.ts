// What the gate has found: all that its formats are made from.

import type { FilePosition, Problem, Severity } from "../diagnostics/diagnostic.ts";
import type { DrawableDiff } from "../diff/formats/drawn-change.ts";
import type { Credits } from "../lint/credits.ts";
import type { Report, ReportedFinding } from "../lint/report.ts";
import { failsFrom } from "../lint/severity-rank.ts";

/** `trouble`: something could not be read or compiled, or there was nothing to check. */
export type Verdict = "passed" | "failed" | "trouble";

export interface CheckReport {
  readonly version: 1;
  readonly verdict: Verdict;
  readonly limits: Limits;
  /** How many scenarios were compiled, for which environments. */
  readonly scenarios: number;
  readonly environments: readonly string[];
  /** Why others could not be read or compiled; paths are as they are shown. */
  readonly problems: readonly Problem[];
  /** What TypeScript says. There where scenarios are checked. */
  readonly types?: TypeReport;
  readonly printed: PrintedFiles;
  readonly lint: Report;
  /** What is different from where the branches parted. There when it was asked for. */
  readonly base?: BaseComparison;
}

/** What makes a check fail. */
export interface Limits {
  readonly failOn: Severity;
  readonly maxWarnings?: number;
}

/** Whether the types of scenarios hold. */
export interface TypeReport {
  /** How many files of scenarios TypeScript has looked at. */
  readonly files: number;
  /** Their rule is the number that TypeScript gives a mistake: `TS2551`. */
  readonly errors: readonly ReportedFinding[];
  /** Why others were not looked at, and what to do. */
  readonly unchecked: readonly string[];
  /** The command that shows the errors with all that TypeScript has to say of them. */
  readonly command: string;
}

/** The committed files that scenarios are printed to. */
export interface PrintedFiles {
  /** How many there should be. */
  readonly files: number;
  readonly stale: readonly StaleFile[];
  /** The command that prints them anew. */
  readonly command: string;
}

export interface StaleFile {
  readonly path: string;
  /** `left over`: no scenario prints it any more. */
  readonly state: "missing" | "stale" | "left over";
  /** Where the scenario is that prints it. */
  readonly source?: FilePosition;
}

export interface BaseComparison {
  /** What it is compared with, as a person wrote it, and the commit in which the branches parted. */
  readonly ref: string;
  readonly commit: string;
  readonly scenarios: readonly ChangedScenario[];
  readonly newFindings: readonly ReportedFinding[];
  /** Findings that are there no more: mended, accepted, or gone with what they were about. */
  readonly goneFindings: readonly ReportedFinding[];
  /** How many findings were accepted. */
  readonly suppressedBefore: number;
  /** Why a part of the earlier state could not be checked: this branch is not to blame for it. */
  readonly problems: readonly Problem[];
}

export interface ChangedScenario {
  readonly file: DrawableDiff;
  readonly newFindings: number;
  readonly goneFindings: number;
  readonly credits: { readonly before?: Cost; readonly after?: Cost };
}

/** What a scenario costs, as far as its file tells. */
export interface Cost {
  readonly perRun: Credits;
  readonly perMonth?: Credits;
  /** How many modules cost what depends on the data; they are in no figure. */
  readonly unknown: number;
}

/** Whether there are more warnings than allowed. */
export const hasTooManyWarnings = ({ summary }: Pick<Report, "summary">, { maxWarnings }: Limits): boolean =>
  summary.warning > (maxWarnings ?? Number.POSITIVE_INFINITY);

/** Whether what the linter found makes the check fail. */
export const failsLint = (lint: Report, limits: Limits): boolean =>
  hasTooManyWarnings(lint, limits) || lint.findings.some(({ severity }) => failsFrom(limits.failOn)(severity));

export function createCheckReport(found: Omit<CheckReport, "version" | "verdict">): CheckReport {
  return { version: 1, verdict: verdictOf(found), ...found };
}

function verdictOf({ problems, types, printed, lint, limits }: Omit<CheckReport, "version" | "verdict">): Verdict {
  if (problems.length > 0 || lint.files === 0) return "trouble";
  const isFine = (types?.errors ?? []).length === 0 && printed.stale.length === 0 && !failsLint(lint, limits);
  return isFine ? "passed" : "failed";
}
