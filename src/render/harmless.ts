import { printable } from "../diagnostics/code-frame.ts";

/** A text of somebody's that draws nothing but itself: no steering characters, and only what XML allows. */
export const harmless = (text: string): string =>
  printable(text)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, "\ufffd")
    .replace(/\s+/gu, " ")
    .trim();

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as the content of an element or an attribute of XML and HTML. */
export const escapeXml = (text: string): string => escapeMarkup(harmless(text));

/** The same for what is printable already, and keeps its blanks. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
