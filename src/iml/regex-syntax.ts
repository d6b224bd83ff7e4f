// Regular expressions of JavaScript as trees: enough of them to see what may repeat inside of what. Only patterns that
// compile are read, so nothing here looks for mistakes.

export type RegexNode =
  | { readonly kind: "alternatives" | "sequence"; readonly nodes: readonly RegexNode[] }
  | { readonly kind: "repeat"; readonly node: RegexNode; readonly minimum: number; readonly maximum: number }
  /** Matches one character; `source` is a pattern of its own. */
  | { readonly kind: "character"; readonly source: string }
  /** Matches a place, or what cannot be told from the pattern alone. Assertions around a place hold a pattern. */
  | { readonly kind: "place"; readonly inner?: RegexNode };

const QUANTIFIER = /(?:[*+?]|\{(?<from>\d+)(?<comma>,(?<to>\d*))?\})\??/y;
const GROUP = /\((?:\?(?<assertion>[=!]|<[=!])|\?:|\?<[^>]*>|\?[a-z-]*:)?/y;
const ESCAPE =
  /\\(?:(?<place>[bB]|[1-9]\d*|k<[^>]*>)|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|.)/suy;

export function parseRegex(source: string, flags: string): RegexNode {
  let position = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const found = pattern.exec(source);
    if (found !== null) position = pattern.lastIndex;
    return found;
  };

  const alternatives = (): RegexNode => {
    const nodes = [sequence()];
    while (source[position] === "|") {
      position++;
      nodes.push(sequence());
    }
    return { kind: "alternatives", nodes };
  };

  const sequence = (): RegexNode => {
    const nodes: RegexNode[] = [];
    while (position < source.length && source[position] !== "|" && source[position] !== ")") nodes.push(repeated());
    return { kind: "sequence", nodes };
  };

  const repeated = (): RegexNode => {
    const node = atom();
    const found = match(QUANTIFIER);
    if (found === null) return node;
    const { from, comma, to = "" } = found.groups ?? {};
    const minimum = from === undefined ? Number(found[0].startsWith("+")) : Number(from);
    const isEndless = from === undefined ? !found[0].startsWith("?") : comma !== undefined && to === "";
    const bounded = from === undefined ? 1 : Number(comma === undefined ? from : to);
    return { kind: "repeat", node, minimum, maximum: isEndless ? Number.POSITIVE_INFINITY : bounded };
  };

  const atom = (): RegexNode => {
    const group = match(GROUP);
    if (group !== null) {
      const inner = alternatives();
      position++;
      return group.groups?.assertion === undefined ? inner : { kind: "place", inner };
    }
    const escaped = match(ESCAPE);
    if (escaped !== null) {
      return escaped.groups?.place === undefined ? { kind: "character", source: escaped[0] } : { kind: "place" };
    }
    if (source[position] === "[") return { kind: "character", source: characterClass() };
    const sign = String.fromCodePoint(source.codePointAt(position) ?? 0);
    position += sign.length;
    return sign === "^" || sign === "$" ? { kind: "place" } : { kind: "character", source: sign };
  };

  /** The flag `v` nests classes; without it, a bracket within a class is a plain sign. */
  const characterClass = (): string => {
    const start = position++;
    for (let open = 1; open > 0 && position < source.length; position++) {
      const sign = source[position];
      if (sign === "\\") position++;
      else if (sign === "]") open--;
      else if (sign === "[" && flags.includes("v")) open++;
    }
    return source.slice(start, position);
  };

  return alternatives();
}
