// Words of others in Markdown: shown as they are, and never read as Markdown or HTML.

import { printable } from "./code-frame.ts";

/** A span of code. One that Markdown could end, or a table could cut, is written as HTML. */
export function code(text: string): string {
  const shown = printable(text);
  if (shown.trim() === "") return "";
  return /[`|\\]/u.test(shown) ? `<code>${entities(shown, /[^\p{L}\p{N} ]/gu)}</code>` : `\`${shown}\``;
}

/** Text in which nothing means anything: no markup, no links, nobody who is told, no issue that is mentioned. */
export const plain = (text: string): string =>
  entities(printable(text), /[&<>\\`*_[\]|~$]/gu).replace(
    /@|:(?=\/\/)|(?<=www)\.|(?<!&)#/giu,
    (char) => `${char}<!-- -->`,
  );

const entities = (text: string, which: RegExp): string => text.replace(which, (char) => `&#${char.codePointAt(0)};`);

/** The same as `code` where Markdown is not read, as in a `<summary>`. */
export const htmlCode = (text: string): string => `<code>${entities(printable(text), /[^\p{L}\p{N} ]/gu)}</code>`;
