// What all formats show alike: the place, the sum, and which finding comes first where only a few are shown.

import type { Severity, Span } from "../../diagnostics/diagnostic.ts";
import type { Report, ReportedFinding } from "../report.ts";
import { rankOf } from "../severity-rank.ts";

/** Where a person looks: the author's line for what was printed from a scenario, the blueprint's for others. */
export function shownPlace(finding: ReportedFinding): Span & { readonly path: string } {
  const { source, path, line, column, endLine, endColumn } = finding;
  if (!source) return { path, line, column, endLine, endColumn };
  return {
    path: source.path,
    line: source.line,
    column: source.column,
    endLine: source.endLine ?? source.line,
    endColumn: source.endColumn ?? source.column + 1,
  };
}

/** Errors, then warnings, then remarks; those of a kind stay in order. */
export const worstFirst = (findings: readonly ReportedFinding[]): readonly ReportedFinding[] =>
  findings.toSorted((a, b) => rankOf(b.severity) - rankOf(a.severity));

/** `4 errors, 1 warning in 3 blueprints, 2 suppressed`. */
export function sumOf(
  { files, summary }: Report,
  paint: (style: Severity | "strong", text: string) => string = (_, text) => text,
): string {
  const { error, warning, info, suppressed } = summary;
  const checked = count(files, "blueprint");
  const hidden = suppressed > 0 ? `, ${suppressed} suppressed` : "";
  if (error + warning + info === 0) return paint("strong", `${checked} checked, nothing to report${hidden}`);
  const parts = [
    ...(error > 0 ? [paint("error", count(error, "error"))] : []),
    ...(warning > 0 ? [paint("warning", count(warning, "warning"))] : []),
    ...(info > 0 ? [paint("info", count(info, "remark"))] : []),
  ];
  return `${parts.join(", ")} in ${checked}${hidden}`;
}

export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? "" : "s"}`;
