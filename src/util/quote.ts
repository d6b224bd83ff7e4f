const MAX_QUOTED = 40;

/** Someone's own words in a message: in backticks, cut to a readable length, control characters made visible. */
export function quote(words: string): string {
  // Not through the middle of a character that takes two units.
  const cut = words.length > MAX_QUOTED ? `${words.slice(0, MAX_QUOTED).replace(/[\ud800-\udbff]$/, "")}…` : words;
  return `\`${cut.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, escapeControl)}\``;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const escapeControl = (char: string): string =>
  SHORT_ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
