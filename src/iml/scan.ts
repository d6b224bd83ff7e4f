// Where the mappings of a text begin and end.

/** Whether Make takes the text for one with mappings: it only looks for both pairs of braces, in any order. */
export const hasMapping = (text: string): boolean => text.includes("{{") && text.includes("}}");

/** The braces of one mapping: `{{` begins at `start`, `}}` ends at `end`. */
export interface MappingSpan {
  readonly start: number;
  readonly end: number;
  /** How many braces in a row open it. Make needs two; a third may be JSON's own, four are a slip. */
  readonly braces: number;
}

/**
 * The next mapping at or behind `from`. Quotes and backticks are respected: `}}` inside them closes nothing.
 * `unclosed` is where a `{{` has no `}}` at all behind it, which makes it plain text.
 */
export function findMapping(text: string, from: number): MappingSpan | { readonly unclosed: number } | undefined {
  const first = text.indexOf("{{", from);
  if (first === -1) return undefined;
  let behind = first + 2;
  while (text[behind] === "{") behind++;
  const close = findClose(text, behind);
  // `{"a":{{{1.b}}}`: the innermost pair belongs to the mapping.
  return close === -1 ? { unclosed: behind - 2 } : { start: behind - 2, end: close + 2, braces: behind - first };
}

const QUOTE_OR_CLOSE = /["'`]|\}\}/g;

function findClose(text: string, from: number): number {
  QUOTE_OR_CLOSE.lastIndex = from;
  for (let match = QUOTE_OR_CLOSE.exec(text); match !== null; match = QUOTE_OR_CLOSE.exec(text)) {
    if (match[0] === "}}") return match.index;
    const closing = text.indexOf(match[0], match.index + 1);
    if (closing === -1) break;
    QUOTE_OR_CLOSE.lastIndex = closing + 1;
  }
  // A quote that never closes must not swallow the rest of the field.
  return text.indexOf("}}", from);
}
