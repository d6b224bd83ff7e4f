import { codeFrame, printable } from "../../diagnostics/code-frame.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Report, ReportedFinding } from "../report.ts";

export interface TextOptions {
  /** The text of a file that was read, for the lines that are shown. */
  readonly textOf: (path: string) => string | undefined;
  /** Paints a part of the output. Default: nothing is painted. */
  readonly paint?: (style: Style, text: string) => string;
}
export type Style = Severity | "path" | "quiet" | "strong";

/** The report for people: each finding with the line it is about, and a sum at the end. */
export function formatText(report: Report, { textOf, paint = (_, text) => text }: TextOptions): string {
  const blocks = report.findings.map((finding) => formatFinding(finding, textOf, paint));
  return `${[...blocks, formatSummary(report, paint)].join("\n\n")}\n`;
}

function formatFinding(
  finding: ReportedFinding,
  textOf: TextOptions["textOf"],
  paint: NonNullable<TextOptions["paint"]>,
): string {
  const { severity, source, path, line, column, pointer, help, rule, related = [] } = finding;
  const shown = source ?? { path, line, column };
  const text = textOf(shown.path);
  const span = source ? { ...source, endLine: source.line, endColumn: source.endColumn ?? source.column + 1 } : finding;
  const label = (name: string): string => paint("quiet", `  ${name.padEnd(8)}`);
  return [
    `${paint("path", printable(`${shown.path}:${shown.line}:${shown.column}`))}  ${paint(severity, severity)}  ${paint("strong", printable(finding.message))}`,
    ...(text === undefined ? [] : codeFrame(text, span).map((frameLine) => `  ${paint("quiet", frameLine)}`)),
    ...(source ? [`${label("in")}${printable(`${path}:${line}:${column}  ${pointer}`)}`] : []),
    ...related.map(
      (place) =>
        `${label("see")}${printable(`${source ? path : shown.path}:${place.line}:${place.column}  ${place.message}`)}`,
    ),
    ...(help === undefined ? [] : [`${label("help")}${printable(help)}`]),
    `${label("rule")}${rule}`,
  ].join("\n");
}

function formatSummary({ files, summary }: Report, paint: NonNullable<TextOptions["paint"]>): string {
  const { error, warning, info } = summary;
  const checked = count(files, "blueprint");
  if (error + warning + info === 0) return paint("strong", `${checked} checked, nothing to report`);
  const parts = [
    ...(error > 0 ? [paint("error", count(error, "error"))] : []),
    ...(warning > 0 ? [paint("warning", count(warning, "warning"))] : []),
    ...(info > 0 ? [paint("info", info === 1 ? "1 remark" : `${info} remarks`)] : []),
  ];
  return `${parts.join(", ")} in ${checked}`;
}

const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? "" : "s"}`;
