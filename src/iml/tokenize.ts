import type { Range } from "./ast.ts";
import { WORD } from "./names.ts";
import type { ImlProblem } from "./problem.ts";
import * as syntax from "./syntax-problems.ts";

/**
 * `number` has decimals; `digits` are a whole number, the id of a module or a name, as what follows decides. `name`
 * stands in backticks; `mark` is a bracket, a separator, or a sign that the language does not know.
 */
export type TokenKind = "number" | "digits" | "word" | "name" | "string" | "operator" | "mark" | "invalid" | "end";

export interface Token extends Range {
  readonly kind: TokenKind;
  /** As written; empty at the end. */
  readonly text: string;
  /** Why an `invalid` token is none of the language's. */
  readonly problem?: ImlProblem;
}

const BLANKS = /\s+/uy;
/** No text fits two of these but `1.5`, whose kind is the first: they stand in the order of how common they are. */
const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ["word", new RegExp(WORD, "uy")],
  ["mark", /\{\{|\?\?|[()[\]{};.,?:]/uy],
  // `1.5` is a number, but `1.5.name`, `1.5[2]` and the end of `a.1.5` are paths.
  ["number", /(?<!\.)\d+\.\d+(?![\p{L}\p{N}_$.[])/uy],
  ["digits", /\d+/uy],
  ["operator", /[!=]==?|[<>]=|&&|\|\||[-+*/%=<>&|!]/uy],
];
const SMART_QUOTES = "“”„‟‘’‚‛";

/** The tokens of `text` from `start` to `end` (what stands between a mapping's braces), closed by one of kind `end`. */
export function tokenize(text: string, start: number, end: number): readonly Token[] {
  const tokens: Token[] = [];
  let position = start;
  for (;;) {
    BLANKS.lastIndex = position;
    if (BLANKS.test(text)) position = BLANKS.lastIndex;
    if (position >= end) break;
    const token = plainToken(text, position) ?? quotedToken(text, position, end) ?? strayToken(text, position, end);
    tokens.push(token);
    position = token.end;
  }
  tokens.push({ kind: "end", start: end, end, text: "" });
  return tokens;
}

function plainToken(text: string, start: number): Token | undefined {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = start;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    return { kind, start, end, text: text.slice(start, end) };
  }
  return undefined;
}

function quotedToken(text: string, start: number, end: number): Token | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'" && quote !== "`") return undefined;
  let close = text.indexOf(quote, start + 1);
  while (quote === '"' && close !== -1 && text[close + 1] === quote) close = text.indexOf(quote, close + 2);
  if (close === -1 || close >= end) {
    return invalidToken(text, { start, end }, syntax.unclosedQuote({ start, end: start + 1 }, quote));
  }
  return { kind: quote === "`" ? "name" : "string", start, end: close + 1, text: text.slice(start, close + 1) };
}

function strayToken(text: string, start: number, end: number): Token {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const range = { start, end: start + character.length };
  if (character === "\\") return backslashToken(text, range, end);
  if (!SMART_QUOTES.includes(character)) {
    return invalidToken(text, range, syntax.unexpectedCharacter(range, character));
  }
  let close = start + 1;
  while (close < end && !SMART_QUOTES.includes(text.charAt(close))) close++;
  const quoted = close < end ? { start, end: close + 1 } : range;
  return invalidToken(text, quoted, syntax.smartQuotes(quoted, text.slice(quoted.start, quoted.end)));
}

/** `\"…\"` comes from pasting an expression out of JSON; it is taken whole, so that what follows can be read. */
function backslashToken(text: string, backslash: Range, end: number): Token {
  const close = text.startsWith('\\"', backslash.start) ? text.indexOf('"', backslash.start + 2) : -1;
  const range = close === -1 || close >= end ? backslash : { start: backslash.start, end: close + 1 };
  return invalidToken(text, range, syntax.backslash(range, text.slice(range.start, range.end)));
}

const invalidToken = (text: string, range: Range, problem: ImlProblem): Token => ({
  kind: "invalid",
  ...range,
  text: text.slice(range.start, range.end),
  problem,
});
