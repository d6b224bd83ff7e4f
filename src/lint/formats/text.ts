import { codeFrame, printable } from "../../diagnostics/code-frame.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { wrap } from "../../util/wrap.ts";
import type { Report, ReportedFinding } from "../report.ts";
import { shownPlace, sumOf } from "./shown.ts";

export interface TextOptions {
  /** The text of a file that was read, for the lines that are shown. */
  readonly textOf: (path: string) => string | undefined;
  /** Paints a part of the output. Default: nothing is painted. */
  readonly paint?: (style: Style, text: string) => string;
  /** How wide the terminal is, in columns; absent where there is none. */
  readonly columns?: number;
  /** A rule's id with a link to its page, for a terminal that follows one. Default: the id. */
  readonly linkOf?: (rule: string) => string;
}
export type Style = Severity | "path" | "quiet" | "strong";

/** The report for people: each finding with the line it is about, and a sum at the end. */
export function formatText(report: Report, options: TextOptions): string {
  const blocks = report.findings.map((finding) => formatFinding(finding, options));
  return `${[...blocks, sumOf(report, options.paint)].join("\n\n")}\n`;
}

/** A finding with the line it is about, and what to do. */
export function formatFinding(
  finding: ReportedFinding,
  { textOf, paint = (_, text) => text, columns, linkOf = (rule) => rule }: TextOptions,
): string {
  const { severity, source, path, line, column, pointer, help, rule, related = [] } = finding;
  const shown = shownPlace(finding);
  const text = textOf(shown.path);
  const label = (name: string): string => paint("quiet", `  ${name.padEnd(8)}`);
  return [
    `${paint("path", printable(`${shown.path}:${shown.line}:${shown.column}`))}  ${paint(severity, severity)}  ${paint("strong", printable(finding.message))}`,
    ...(text === undefined
      ? []
      : codeFrame(text, shown, columns && columns - INDENT.length).map((line) => `${INDENT}${paint("quiet", line)}`)),
    ...(source ? [`${label("in")}${printable(`${path}:${line}:${column}  ${pointer}`)}`] : []),
    ...related.map((place) => {
      const at = place.source ?? { path, line: place.line, column: place.column };
      return `${label("see")}${printable(`${at.path}:${at.line}:${at.column}  ${place.message}`)}`;
    }),
    ...(help === undefined ? [] : [`${label("help")}${advice(printable(help), columns)}`]),
    `${label("rule")}${linkOf(rule)}`,
  ].join("\n");
}

const INDENT = "  ";

/** Under each other, where a terminal would break the lines anywhere. */
const advice = (help: string, columns: number | undefined): string =>
  columns === undefined ? help : wrap(help, columns - LABEL).join(`\n${" ".repeat(LABEL)}`);

/** As wide as a label. */
const LABEL = 10;
