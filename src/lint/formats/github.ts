// Annotations in the log of a GitHub workflow. Only ten errors, ten warnings and ten notices of a step are shown beside the
// code, so that the worst come first.

import { printable } from "../../diagnostics/code-frame.ts";
import type { Problem, Severity, Span } from "../../diagnostics/diagnostic.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { FormatContext } from "./format.ts";
import { shownPlace, sumOf, worstFirst } from "./shown.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** One workflow command a finding, and the sum for those who read the log. What cannot be checked comes first. */
export function formatGithub(report: Report, { problems }: Pick<FormatContext, "problems">): string {
  const lines = [...annotations(report, problems), ...(report.files > 0 ? [sumOf(report)] : [])];
  return lines.map((line) => `${line}\n`).join("");
}

/** The workflow commands alone. */
export const annotations = (
  { findings }: Pick<Report, "findings">,
  problems: readonly Problem[],
): readonly string[] => [...problems.map(problemCommand), ...worstFirst(findings).map(findingCommand)];

function findingCommand(finding: ReportedFinding): string {
  const { severity, rule } = finding;
  const { path, ...span } = shownPlace(finding);
  return command(COMMANDS[severity], { file: path, ...columns(span), title: rule }, finding);
}

function problemCommand(problem: Problem): string {
  const { path, span } = problem;
  const where = { ...(path === undefined ? {} : { file: path }), ...(span ? columns(span) : {}) };
  return command("error", { ...where, title: "cannot be checked" }, problem);
}

/** Columns of several lines are not shown, and GitHub's interface asks not to send them. */
const columns = ({ line, column, endLine, endColumn }: Span) =>
  line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  { message, help }: { readonly message: string; readonly help?: string },
): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const lines = [message, ...(help === undefined ? [] : [help])].map(escapeData);
  return `::${name} ${given.join(",")}::${lines.join("%0A")}`;
}

/** Line breaks are blanks already. */
const escapeData = (text: string): string => printable(text).replaceAll("%", "%25");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
