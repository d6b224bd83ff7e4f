// One state of a project, checked: its scenarios compiled, compared with what is committed, and linted, each once.

import { resolve, sep } from "node:path";
import { catalog } from "../../catalog/catalog.ts";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { createReport } from "../../lint/report.ts";
import type { Compilation } from "../compile-files.ts";
import { type LintedFiles, type LintFilesOptions, lintFiles } from "../lint/lint-files.ts";
import { type Comparison, compareWithDisk } from "./compare-with-disk.ts";

export interface CheckedState
  extends Pick<LintedFiles, "report" | "checked" | "files" | "problems" | "textOf" | "baseline" | "catalog"> {
  readonly compilation: Compilation;
  readonly comparison: Comparison;
}

/** A state of which nothing could be checked. */
export const NOTHING_CHECKED: CheckedState = {
  report: createReport([], 0),
  checked: [],
  files: [],
  problems: [],
  textOf: () => undefined,
  baseline: undefined,
  catalog,
  compilation: { printed: [], problems: [], failed: new Set() },
  comparison: { changed: [], leftOver: [] },
};

/** Checks what a person typed; without anything, the current folder. What keeps it from that is among the problems. */
export async function checkState(patterns: readonly string[], options: LintFilesOptions): Promise<CheckedState> {
  const { cwd, out, env } = options;
  const isAll = patterns.length === 0 || patterns.some((pattern) => resolve(cwd, pattern) === cwd);
  let { compilation, comparison } = NOTHING_CHECKED;
  try {
    const linted = await lintFiles(patterns.length === 0 ? ["."] : patterns, { ...options, onCompiled });
    return { ...linted, compilation, comparison };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...NOTHING_CHECKED, problems: error.problems };
  }

  async function onCompiled(compiled: Compilation, hasAll: boolean): Promise<(path: string) => boolean> {
    const { printed, problems } = compiled;
    // What does not compile prints nothing, and its blueprint is not left over for that.
    const whole = isAll && hasAll && printed.length > 0 && problems.length === 0;
    compilation = compiled;
    comparison = await compareWithDisk(printed, { out, whole, allEnvironments: env === undefined });
    const theirs = new Set([...printed.map(({ path }) => path), ...comparison.leftOver]);
    // Where not everything is printed, nobody knows which of the blueprints there a scenario stands for.
    const mayBeTheirs = problems.length > 0 || (printed.length > 0 && env !== undefined);
    return (path) => theirs.has(path) || (mayBeTheirs && path.startsWith(`${out}${sep}`));
  }
}
