// A comment on a pull request: a table of what has changed how much, and the details behind a fold for each scenario.
// Whatever a blueprint says is shown as it is and never read as Markdown or HTML.

import { code, htmlCode } from "../../diagnostics/markdown.ts";
import { inWords, type Summary, summarize } from "../summary.ts";
import { changeLines, headingOf, placeOf } from "./change-lines.ts";
import { type FileDiff, isUnchanged, nameOf } from "./format.ts";
import type { Line } from "./long-text.ts";

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST = 60_000;
const MOST_ROWS = 50;

export function formatMarkdown(files: readonly FileDiff[]): string {
  const changed = files.filter((file) => !isUnchanged(file));
  const parts = [`### Cyanotype: ${inWords(summarize(files.map(({ diff }) => diff)))}`];
  if (changed.length > 0) parts.push(table(changed));
  let room = MOST - parts.join("").length;
  let shown = 0;
  for (const file of changed) {
    const fold = changeFold(file, room);
    if (fold === undefined) break;
    room -= fold.length + 2;
    parts.push(fold);
    shown++;
  }
  if (shown < changed.length) parts.push(`…and the details of ${changed.length - shown} more.`);
  return `${parts.join("\n\n")}\n`;
}

const COLUMNS: readonly (readonly [title: string, of: (summary: Summary) => string])[] = [
  ["modules added", ({ modulesAdded }) => amount(modulesAdded)],
  ["removed", ({ modulesRemoved }) => amount(modulesRemoved)],
  ["changed", ({ modulesChanged }) => amount(modulesChanged)],
  ["moved", ({ modulesMoved }) => amount(modulesMoved)],
  [
    "error handlers",
    ({ handlersAdded, handlersRemoved }) =>
      [handlersAdded > 0 ? `+${handlersAdded}` : "", handlersRemoved > 0 ? `−${handlersRemoved}` : ""].join(" ").trim(),
  ],
  ["scenario", ({ scenarioChanges }) => amount(scenarioChanges)],
];

const amount = (number: number): string => (number === 0 ? "" : String(number));

function table(files: readonly FileDiff[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rows = files.slice(0, MOST_ROWS).map((file) => {
    const summary = summarize([file.diff]);
    const state = file.before === undefined ? " (new)" : file.after === undefined ? " (gone)" : "";
    return row([`${code(nameOf(file))}${state}`, ...COLUMNS.map(([, of]) => of(summary))]);
  });
  const rest = files.length - rows.length;
  return [
    row(["", ...COLUMNS.map(([title]) => title)]),
    row(["", ...COLUMNS].map(() => "---")),
    ...rows,
    ...(rest > 0 ? [row([`…and ${rest} more`, ...COLUMNS.map(() => "")])] : []),
  ].join("\n");
}

/**
 * The details of a scenario behind a fold, as far as there is room; nothing when there is none. `drawing` stands at their
 * end.
 */
export function changeFold(file: FileDiff, room: number, drawing?: string): string | undefined {
  const { diff } = file;
  const blocks: (readonly Line[])[] = [
    ...(diff.scenario.length === 0
      ? []
      : [[{ sign: "~", text: "The scenario itself" } as const, ...inside(diff.scenario.flatMap(changeLines))]]),
    ...diff.modules.map((module) => [
      headingOf(module),
      ...inside([...placeOf(module), ...module.changes.flatMap(changeLines)]),
    ]),
  ];
  const summary = `<summary>${htmlCode(nameOf(file))}: ${inWords(summarize([diff]))}</summary>`;
  let left = room - summary.length - (drawing?.length ?? 0) - 200;
  const lines: string[] = [];
  let shown = 0;
  for (const block of blocks) {
    const printed = block.map(({ sign, text }) => `${DIFF_SIGNS[sign]} ${text}`.trimEnd());
    left -= printed.join("\n").length + 1;
    if (left < 0) break;
    lines.push(...printed);
    shown++;
  }
  if (shown === 0 && blocks.length > 0) return undefined;
  const rest = blocks.length - shown;
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/gu)].map(([ticks]) => ticks.length)));
  const fence = "`".repeat(longest + 1);
  const body = lines.length === 0 ? [] : ["", `${fence}diff`, ...lines, fence];
  const more = [...(rest > 0 ? ["", `…and ${rest} more.`] : []), ...(drawing === undefined ? [] : ["", drawing])];
  return ["<details>", summary, ...body, ...more, "", "</details>"].join("\n");
}

/** What GitHub paints in a fence of the language `diff`. */
const DIFF_SIGNS = { "+": "+", "-": "-", "~": "!", " ": " " } as const;

const inside = (lines: readonly Line[]): readonly Line[] =>
  lines.map(({ sign, text }) => ({ sign, text: `  ${text}` }));
