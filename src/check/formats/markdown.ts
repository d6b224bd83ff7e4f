// A comment on a pull request, and the summary of a job: the verdict, what is new, what has changed, and the details
// behind folds. Whatever a scenario says is shown as it is and never read as Markdown or HTML.

import { code } from "../../diagnostics/markdown.ts";
import { nameOf } from "../../diff/formats/format.ts";
import { cut } from "../../diff/formats/long-text.ts";
import { changeFold } from "../../diff/formats/markdown.ts";
import { inWords, summarize } from "../../diff/summary.ts";
import { findingFold, findingTable, problemList, prose, WORST } from "../../lint/formats/markdown.ts";
import type { ReportedFinding } from "../../lint/report.ts";
import { ABOUT_CREDITS, costsInWords } from "../cost-in-words.ts";
import type { BaseComparison, ChangedScenario, CheckReport, StaleFile, Verdict } from "../report.ts";
import { type Step, stepsOf } from "../steps.ts";
import type { FormatContext } from "./format.ts";

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST = 60_000;
/** A larger flowchart is not drawn by GitHub, or cannot be read there. */
const LARGEST_CHART = 15_000;
const MOST_ARROWS = 400;
/** A shorter list of findings is worth nothing; and what stands around it. */
const LEAST_LIST = 2000;
const MARKUP = 200;
/** More rows are counted only. */
const MOST_ROWS = 30;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  passed: "✅ passed",
  failed: "❌ failed",
  trouble: "❌ could not be completed",
};

export function formatMarkdown(report: CheckReport, { draw }: Pick<FormatContext, "draw">): string {
  const { base, lint, problems, types, printed } = report;
  const told = base ? base.newFindings : lint.findings;
  const parts = [`### Cyanotype: ${VERDICTS[report.verdict]}`, stepsOf(report).map(stepItem).join("\n")];
  const missing: string[] = [];
  let room = MOST - parts.join("\n\n").length;
  const add = (name: string, part: string): void => {
    if (part.length + 2 > room) missing.push(name);
    else {
      parts.push(part);
      room -= part.length + 2;
    }
  };
  if (problems.length > 0) add("what was not checked", `**Not checked**\n\n${problemList(problems)}`);
  if (types && types.errors.length > 0) add("the errors of types", `**Errors of types**\n\n${worstOf(types.errors)}`);
  if (told.length > 0) add("the worst findings", `**${base ? "New findings" : "Findings"}**\n\n${worstOf(told)}`);
  if (base && base.scenarios.length > 0) add("the table of changes", `**Changed scenarios**\n\n${changeTable(base)}`);
  if (printed.stale.length > 0) add("the list of stale files", staleFold(printed.stale));

  const { folds, left, rest } = changeFolds(base?.scenarios ?? [], room, draw);
  parts.push(...folds);
  missing.push(...left);
  if (lint.findings.length > Math.min(told.length, WORST)) {
    if (rest > LEAST_LIST) parts.push(findingFold(lint.findings, rest - MARKUP));
    else missing.push("the list of all findings");
  }
  if (missing.length > 0) parts.push(`Too large for a comment, so left out: ${missing.join("; ")}.`);
  return `${parts.join("\n\n")}\n`;
}

const worstOf = (findings: readonly ReportedFinding[]): string =>
  `${findingTable(findings)}${findings.length > WORST ? `\n\n…and ${findings.length - WORST} more.` : ""}`;

interface ChangeFolds {
  readonly folds: readonly string[];
  /** What there was no room for, in words. */
  readonly left: readonly string[];
  /** How much room there is still. */
  readonly rest: number;
}

/** What has changed, behind a fold for each scenario: first in words, as far as there is room, and then as diagrams. */
function changeFolds(scenarios: readonly ChangedScenario[], room: number, draw: FormatContext["draw"]): ChangeFolds {
  let rest = room;
  const withoutDetails: string[] = [];
  const withoutChart: string[] = [];
  const shown: { readonly file: ChangedScenario["file"]; readonly fold: string }[] = [];
  for (const { file } of scenarios) {
    const fold = changeFold(file, rest);
    if (fold === undefined || fold.length > rest) withoutDetails.push(nameOf(file));
    else {
      shown.push({ file, fold });
      rest -= fold.length + 2;
    }
  }
  const folds = shown.map(({ file, fold }) => {
    // Settings are not drawn.
    if (file.diff.modules.length === 0) return fold;
    const chart = chartOf(draw(file));
    const drawn = chart === undefined || chart.length > rest ? undefined : changeFold(file, MOST, chart);
    // Where the words were cut already, there is no room for a diagram.
    if (drawn === undefined || drawn.length - fold.length > rest) {
      withoutChart.push(nameOf(file));
      return fold;
    }
    rest -= drawn.length - fold.length;
    return drawn;
  });
  const left = [
    ...(withoutDetails.length > 0 ? [`what has changed in ${listed(withoutDetails)}`] : []),
    ...(withoutChart.length > 0 ? [`the diagram of ${listed(withoutChart)}`] : []),
  ];
  return { folds, left, rest };
}

function stepItem({ holds, text, help }: Step): string {
  const mark = holds === undefined ? "" : holds ? "✅ " : "❌ ";
  return `- ${mark}${prose(text)}${help === undefined ? "" : `<br>${prose(help)}`}`;
}

function changeTable({ scenarios }: BaseComparison): string {
  const rows = scenarios.slice(0, MOST_ROWS).map(rowOf);
  const rest = scenarios.length - rows.length;
  return [
    "| scenario | what has changed | findings | credits |",
    "| --- | --- | --- | --- |",
    ...rows,
    ...(rest > 0 ? [`| …and ${rest} more | | | |`] : []),
    "",
    `<sub>${ABOUT_CREDITS}</sub>`,
  ].join("\n");
}

function rowOf({ file, newFindings, goneFindings, credits }: ChangedScenario): string {
  const state = file.before === undefined ? "new: " : file.after === undefined ? "gone: " : "";
  const findings = [newFindings > 0 ? `+${newFindings}` : "", goneFindings > 0 ? `−${goneFindings}` : ""];
  const cells = [
    code(cut(nameOf(file))),
    `${state}${inWords(summarize([file.diff]))}`,
    findings.join(" ").trim(),
    costsInWords(credits),
  ];
  return `| ${cells.join(" | ")} |`;
}

function staleFold(stale: readonly StaleFile[]): string {
  const items = stale.slice(0, MOST_ROWS).map(({ path, state }) => `- ${state}: ${code(path)}`);
  const rest = stale.length - items.length;
  return [
    "<details>",
    "<summary>Printed files that are stale, missing or left over</summary>",
    "",
    ...items,
    ...(rest > 0 ? [`- …and ${rest} more`] : []),
    "",
    "</details>",
  ].join("\n");
}

/** A flowchart in a fence; nothing when it is too large. */
function chartOf(chart: string): string | undefined {
  const arrows = chart.split("\n").filter((line) => /-->|-\.->/u.test(line)).length;
  if (chart.length > LARGEST_CHART || arrows > MOST_ARROWS) return undefined;
  return `\`\`\`mermaid\n${chart.trimEnd()}\n\`\`\``;
}

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => code(cut(name)))
    .join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
