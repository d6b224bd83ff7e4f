const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A note's text as the editor keeps it: one paragraph per line. */
export const noteHtml = (text: string): string =>
  text
    .split(/\r?\n/u)
    .map((line) => `<p>${line.replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? character)}</p>`)
    .join("");
