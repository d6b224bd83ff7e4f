// A comment on a pull request: how many there are, the worst ones, and all of them behind a fold. Whatever a blueprint
// says is shown as it is and never read as Markdown or HTML.

import type { Problem } from "../../diagnostics/diagnostic.ts";
import { code, plain } from "../../diagnostics/markdown.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { FormatContext } from "./format.ts";
import { shownPlace, sumOf, worstFirst } from "./shown.ts";

/** How many of the worst are shown at once. */
const WORST = 10;
/** GitHub refuses a comment of more than 65,536 characters. */
const MOST = 60_000;

export function formatMarkdown(report: Report, { problems }: Pick<FormatContext, "problems">): string {
  const { findings } = report;
  const parts = [`### Cyanotype: ${sumOf(report)}`];
  if (problems.length > 0) parts.push(`**Not checked:**\n\n${problems.slice(0, WORST).map(problemItem).join("\n")}`);
  if (findings.length > 0) {
    const worst = worstFirst(findings).slice(0, WORST);
    parts.push(["| | where | what is wrong | rule |", "| --- | --- | --- | --- |", ...worst.map(rowOf)].join("\n"));
  }
  if (findings.length > WORST) parts.push(fold(findings, MOST - parts.join("").length));
  return `${parts.join("\n\n")}\n`;
}

const problemItem = ({ path, message }: Problem): string =>
  `- ${path === undefined ? "" : `${code(path)}: `}${prose(message)}`;

function rowOf(finding: ReportedFinding): string {
  const { severity, message, rule } = finding;
  return `| ${severity} | ${where(finding)} | ${prose(message)} | ${code(rule)} |`;
}

/** All findings, by file, as far as there is room. */
function fold(findings: readonly ReportedFinding[], room: number): string {
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
  return `<details>\n<summary>All ${findings.length} findings</summary>\n${lines.join("\n")}\n\n</details>`;
}

function where(finding: ReportedFinding): string {
  const { path, line, column } = shownPlace(finding);
  return code(`${path}:${line}:${column}`);
}

/** A message. What it quotes stands in backticks; where these do not match, all of it is plain text. */
function prose(message: string): string {
  const parts = message.split("`");
  if (parts.length % 2 === 0) return plain(message);
  return parts.map((part, index) => (index % 2 === 0 ? plain(part) : code(part))).join("");
}
