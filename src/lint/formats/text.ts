import { codeFrame, printable } from "../../diagnostics/code-frame.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Report, ReportedFinding } from "../report.ts";
import { shownPlace, sumOf } from "./shown.ts";

export interface TextOptions {
  /** The text of a file that was read, for the lines that are shown. */
  readonly textOf: (path: string) => string | undefined;
  /** Paints a part of the output. Default: nothing is painted. */
  readonly paint?: (style: Style, text: string) => string;
}
export type Style = Severity | "path" | "quiet" | "strong";

/** The report for people: each finding with the line it is about, and a sum at the end. */
export function formatText(report: Report, { textOf, paint = (_, text) => text }: TextOptions): string {
  const blocks = report.findings.map((finding) => formatFinding(finding, { textOf, paint }));
  return `${[...blocks, sumOf(report, paint)].join("\n\n")}\n`;
}

/** A finding with the line it is about, and what to do. */
export function formatFinding(finding: ReportedFinding, { textOf, paint = (_, text) => text }: TextOptions): string {
  const { severity, source, path, line, column, pointer, help, rule, related = [] } = finding;
  const shown = shownPlace(finding);
  const text = textOf(shown.path);
  const label = (name: string): string => paint("quiet", `  ${name.padEnd(8)}`);
  return [
    `${paint("path", printable(`${shown.path}:${shown.line}:${shown.column}`))}  ${paint(severity, severity)}  ${paint("strong", printable(finding.message))}`,
    ...(text === undefined ? [] : codeFrame(text, shown).map((frameLine) => `  ${paint("quiet", frameLine)}`)),
    ...(source ? [`${label("in")}${printable(`${path}:${line}:${column}  ${pointer}`)}`] : []),
    ...related.map((place) => {
      const at = place.source ?? { path, line: place.line, column: place.column };
      return `${label("see")}${printable(`${at.path}:${at.line}:${at.column}  ${place.message}`)}`;
    }),
    ...(help === undefined ? [] : [`${label("help")}${printable(help)}`]),
    `${label("rule")}${rule}`,
  ].join("\n");
}
