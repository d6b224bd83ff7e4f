const MAX_QUOTED = 40;

/** Someone's own words in a message: in backticks, cut to a readable length, control characters made visible. */
export function quote(words: string): string {
  const visible = words.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, (char) => {
    const code = char.charCodeAt(0).toString(16).padStart(4, "0");
    return ESCAPES[char] ?? `\\u${code}`;
  });
  return `\`${visible.length > MAX_QUOTED ? `${visible.slice(0, MAX_QUOTED)}…` : visible}\``;
}

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
