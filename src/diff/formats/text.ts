// What has changed, for a terminal: a block for each module.

import { printable } from "../../diagnostics/code-frame.ts";
import type { ScenarioDiff } from "../diff.ts";
import { inWords, summarize } from "../summary.ts";
import { changeLines, headingOf, placeOf } from "./change-lines.ts";
import { type FileDiff, nameOf, type Paint, type Style } from "./format.ts";
import type { Line, Sign } from "./long-text.ts";

const STYLES: Readonly<Record<Sign, Style>> = { "+": "added", "-": "removed", "~": "changed", " ": "quiet" };

export function formatText(files: readonly FileDiff[], paint: Paint = (_, text) => text): string {
  const parts = files.map((file) => formatFile(file, paint));
  if (files.length > 1) {
    const sum = inWords(summarize(files.map(({ diff }) => diff)));
    parts.push(`${paint("strong", `${files.length} scenarios: ${sum}`)}\n`);
  }
  return parts.join("\n");
}

function formatFile(file: FileDiff, paint: Paint): string {
  const { diff, before, after } = file;
  const state = before === undefined ? "new, " : after === undefined ? "gone, " : "";
  const sum = inWords(summarize([diff]));
  const head = `${paint("path", printable(nameOf(file)))}: ${paint("strong", `${state}${sum}`)}\n`;
  const blocks = [...scenarioBlock(diff, paint), ...diff.modules.map((module) => moduleBlock(module, paint))];
  return blocks.length === 0 ? head : `${head}\n${blocks.join("\n")}`;
}

function scenarioBlock({ scenario }: ScenarioDiff, paint: Paint): readonly string[] {
  if (scenario.length === 0) return [];
  return [print([{ sign: "~", text: "The scenario itself" }], scenario.flatMap(changeLines), paint)];
}

function moduleBlock(module: ScenarioDiff["modules"][number], paint: Paint): string {
  return print([headingOf(module)], [...placeOf(module), ...module.changes.flatMap(changeLines)], paint);
}

function print(head: readonly Line[], lines: readonly Line[], paint: Paint): string {
  const title = head.map(({ sign, text }) => `${paint(STYLES[sign], sign)} ${paint("strong", text)}\n`);
  const own = lines.map(({ sign, text }) => `    ${paint(STYLES[sign], `${sign} ${text}`.trimEnd())}\n`);
  return [...title, ...own].join("");
}
