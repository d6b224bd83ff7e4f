// A comment on a pull request: how many there are, the worst ones, and all of them behind a fold. Whatever a blueprint
// says is shown as it is and never read as Markdown or HTML.

import type { Problem } from "../../diagnostics/diagnostic.ts";
import { code, plain } from "../../diagnostics/markdown.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { FormatContext } from "./format.ts";
import { shownPlace, sumOf, worstFirst } from "./shown.ts";

/** How many of the worst are shown at once. */
export const WORST = 10;
/** GitHub refuses a comment of more than 65,536 characters. */
const MOST = 60_000;

export function formatMarkdown(report: Report, { problems }: Pick<FormatContext, "problems">): string {
  const { findings } = report;
  const parts = [`### Cyanotype: ${sumOf(report)}`];
  if (problems.length > 0) parts.push(`**Not checked:**\n\n${problemList(problems)}`);
  if (findings.length > 0) parts.push(findingTable(findings));
  if (findings.length > WORST) parts.push(findingFold(findings, MOST - parts.join("").length));
  return `${parts.join("\n\n")}\n`;
}

/** The worst findings, as a table. */
export const findingTable = (findings: readonly ReportedFinding[]): string =>
  [
    "| | where | what is wrong | rule |",
    "| --- | --- | --- | --- |",
    ...worstFirst(findings).slice(0, WORST).map(rowOf),
  ].join("\n");

/** What could not be checked, as a list. */
export function problemList(problems: readonly Problem[]): string {
  const rest = problems.length - WORST;
  return [...problems.slice(0, WORST).map(problemItem), ...(rest > 0 ? [`- …and ${rest} more`] : [])].join("\n");
}

function problemItem({ path, span, message, help }: Problem): string {
  const where = path === undefined ? "" : `${code(span ? `${path}:${span.line}:${span.column}` : path)}: `;
  return `- ${where}${prose(message)}${help === undefined ? "" : `<br>${prose(help)}`}`;
}

function rowOf(finding: ReportedFinding): string {
  const { severity, message, rule } = finding;
  return `| ${severity} | ${where(finding)} | ${prose(message)} | ${code(rule)} |`;
}

/** All findings, by file, as far as there is room. */
export function findingFold(findings: readonly ReportedFinding[], room: number): string {
  const lines: string[] = [];
  let file: string | undefined;
  let left = room;
  let shown = 0;
  for (const finding of findings) {
    const { path, line, column } = shownPlace(finding);
    const { severity, message, rule } = finding;
    const more = [
      ...(path === file ? [] : ["", `${code(path)}`, ""]),
      `- ${line}:${column} ${severity}: ${prose(message)} (${code(rule)})`,
    ];
    left -= more.join("\n").length + 1;
    if (left < 0) break;
    lines.push(...more);
    file = path;
    shown++;
  }
  const rest = findings.length - shown;
  if (rest > 0) lines.push("", `…and ${rest} more.`);
  return `<details>\n<summary>${findings.length === 1 ? "The finding" : `All ${findings.length} findings`}</summary>\n${lines.join("\n")}\n\n</details>`;
}

function where(finding: ReportedFinding): string {
  const { path, line, column } = shownPlace(finding);
  return code(`${path}:${line}:${column}`);
}

/** A message. What it quotes stands in backticks; where these do not match, all of it is plain text. */
export function prose(message: string): string {
  const parts = message.split("`");
  if (parts.length % 2 === 0) return plain(message);
  return parts.map((part, index) => (index % 2 === 0 ? plain(part) : code(part))).join("");
}
