import type { Report, ReportedFinding } from "../lint/report.ts";
import type { CheckReport, StaleFile } from "./report.ts";

/**
 * The linter's report, with what TypeScript has found and files that are stale as errors in it: for formats that know
 * nothing but findings.
 */
export function asLintReport({ lint, types, printed: { stale, command } }: CheckReport): Report {
  const found = [...(types?.errors ?? []), ...groups(stale).map((files) => findingOf(files, command))];
  if (found.length === 0) return lint;
  return {
    ...lint,
    findings: [...lint.findings, ...found],
    summary: { ...lint.summary, error: lint.summary.error + found.length },
  };
}

/** Files that are printed from one scenario are one finding; so is each that no scenario prints. */
function groups(stale: readonly StaleFile[]): readonly (readonly [StaleFile, ...StaleFile[]])[] {
  const bySource = new Map<string, [StaleFile, ...StaleFile[]]>();
  for (const file of stale) {
    const key = file.source ? JSON.stringify(file.source) : file.path;
    const others = bySource.get(key);
    if (others) others.push(file);
    else bySource.set(key, [file]);
  }
  return [...bySource.values()];
}

const AT_THE_TOP = { pointer: "", line: 1, column: 1, endLine: 1, endColumn: 1 };

function findingOf([first, ...more]: readonly [StaleFile, ...StaleFile[]], command: string): ReportedFinding {
  const { path, state, source } = first;
  const isLeft = state === "left over";
  const others =
    more.length === 0 ? "" : `, and so ${more.length === 1 ? "is" : "are"} ${more.length} more of this scenario`;
  return {
    rule: isLeft ? "left-over-blueprint" : "stale-blueprint",
    severity: "error",
    message: isLeft ? `No scenario prints \`${path}\` any more` : `\`${path}\` is ${state}${others}`,
    help: isLeft ? "Delete it, or bring its scenario back" : `Run \`${command}\`, look at the change, and commit it`,
    path,
    ...AT_THE_TOP,
    ...(source ? { source } : {}),
  };
}
