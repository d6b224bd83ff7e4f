// A page in Markdown as it is read in a terminal. Only what the pages of rules are made of is known: headings, paragraphs,
// lists and code.

import { WIDTH, wrap } from "../util/wrap.ts";
import type { painter } from "./paint.ts";

type Paint = ReturnType<typeof painter>;

export function pageText(page: string, paint: Paint): string {
  const blocks = page
    .replace(/<!--.*?-->\n?/gsu, "")
    .split(/^(```[^\n]*\n.*?^```$)/msu)
    .flatMap((part) => (part.startsWith("```") ? [codeBlock(part, paint)] : textBlocks(part, paint)));
  return `${blocks.join("\n\n")}\n`;
}

/** A fence's lines, without the fence. */
const codeBlock = (fence: string, paint: Paint): string =>
  fence
    .split("\n")
    .slice(1, -1)
    .map((line) => (line === "" ? "" : `  ${paint("quiet", line)}`))
    .join("\n");

const textBlocks = (text: string, paint: Paint): readonly string[] =>
  text
    .split(/\n{2,}/u)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => textBlock(block, paint));

function textBlock(block: string, paint: Paint): string {
  const heading = /^#+ (.*)$/u.exec(block)?.[1];
  if (heading !== undefined) return paint(block.startsWith("# ") ? "path" : "strong", heading);
  if (block.startsWith("|")) return block;
  return block
    .split(/\n(?=[*-] |\d+\. )/u)
    .map((item) => listItem(links(item), paint))
    .join("\n");
}

/** A paragraph, or an item of a list with the lines below its mark. */
function listItem(text: string, paint: Paint): string {
  const mark = /^(?:[*-]|\d+\.) /u.exec(text)?.[0] ?? "";
  const [first = "", ...more] = wrap(text.slice(mark.length).trim(), WIDTH - mark.length);
  const lines = [`${mark}${first}`, ...more.map((line) => `${" ".repeat(mark.length)}${line}`)];
  // Text in backticks may go on in the next line.
  return lines.join("\n").replace(/`[^`\n]+`/gu, (quoted) => paint("strong", quoted));
}

/** A link to another page is the name of its rule; any other one tells where it leads. */
const links = (text: string): string =>
  text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/gu, (_, words: string, target: string) =>
    /^https?:/u.test(target) ? `${words} (${target})` : words,
  );
