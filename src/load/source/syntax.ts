// An author's file as expressions. No tree is made of it: brackets that belong together are enough to tell where an
// argument, a property or an item begins and ends, and what is between is never cut.

import { parse } from "sucrase/dist/parser/index.js";
import { IdentifierRole, type Token } from "sucrase/dist/parser/tokenizer/index.js";
import type { Scope } from "sucrase/dist/parser/tokenizer/state.js";
import { TokenType } from "sucrase/dist/parser/tokenizer/types.js";
import type { TextRange } from "../../diagnostics/diagnostic.ts";

/** A whole expression, or the key of a property: the tokens from `first` to the one in front of `behind`. */
export interface Piece {
  readonly first: number;
  readonly behind: number;
}

/** What stands between the commas of an object literal. Of what is computed, and of methods, the name is not known. */
export interface Member {
  readonly name: string | undefined;
  readonly key: Piece;
  readonly value: Piece;
  readonly isSpread: boolean;
}

/** A call of something that has a name: `flow.step(…)`. */
export interface Call {
  readonly whole: Piece;
  /** `["flow", "step"]`; only the last one where something else than names stands in front. */
  readonly callee: readonly string[];
  /** The first name of the callee, where there are only names. */
  readonly root: Piece | undefined;
  /** The last one, which is what Node calls the place of the call. */
  readonly name: Piece;
  /** The arguments, up to one that is spread. */
  readonly given: readonly Piece[];
}

/** A template with a function in front of it: iml`…`. */
export interface Template extends Pick<Call, "callee" | "root" | "given"> {
  /** What it says around its values; nothing of escapes that JSON does not know. */
  readonly texts: readonly (string | undefined)[];
}

export interface Syntax {
  readonly calls: readonly Call[];
  readonly tokens: readonly Token[];
  /** Blocks and functions, by the tokens of which they consist. */
  readonly scopes: readonly Pick<Scope, "startTokenIndex" | "endTokenIndex" | "isFunctionScope">[];
  rangeOf(piece: Piece): TextRange;
  textOf(piece: Piece): string;
  /** What a text literal says; nothing for any other expression. */
  stringOf(piece: Piece): string | undefined;
  membersOf(piece: Piece): readonly Member[] | undefined;
  /** The items of a list, up to one that is spread or left out. */
  elementsOf(piece: Piece): readonly Piece[] | undefined;
  callOf(piece: Piece): Call | undefined;
  templateOf(piece: Piece): Template | undefined;
  isArrow(piece: Piece): boolean;
}

/** Reads a file; nothing of one that is written in what sucrase does not know. */
export function readSyntax(text: string): Syntax | undefined {
  const { tokens, scopes } = parsed(text) ?? {};
  const partners = tokens && partnersOf(tokens);
  if (tokens === undefined || scopes === undefined || partners === undefined) return undefined;

  const typeOf = (index: number): TokenType | undefined => {
    const token = tokens[index];
    return token === undefined || token.isType ? undefined : token.type;
  };
  const at = (index: number): Piece => ({ first: index, behind: index + 1 });
  const rangeOf = ({ first, behind }: Piece): TextRange => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[behind - 1]?.end ?? 0,
  });
  const textOf = (piece: Piece): string => {
    const { start, end } = rangeOf(piece);
    return text.slice(start, end);
  };

  /** What stands between commas. A comma behind the last one is followed by nothing. */
  function split({ first, behind }: Piece): readonly Piece[] {
    const parts: Piece[] = [];
    let start = first;
    for (let index = first; index < behind; index = (partners?.get(index) ?? index) + 1) {
      if (typeOf(index) !== TokenType.comma) continue;
      parts.push({ first: start, behind: index });
      start = index + 1;
    }
    return start < behind ? [...parts, { first: start, behind }] : parts;
  }

  const isSpread = ({ first }: Piece): boolean => typeOf(first) === TokenType.ellipsis;
  const isEmpty = ({ first, behind }: Piece): boolean => first === behind;
  const upTo = (parts: readonly Piece[], ends: (part: Piece) => boolean): readonly Piece[] => {
    const end = parts.findIndex(ends);
    return end < 0 ? parts : parts.slice(0, end);
  };

  /** Without what only types need, and without parentheses. */
  function bare({ first, behind }: Piece): Piece {
    let end = behind;
    while (end > first && (tokens?.[end - 1]?.isType || typeOf(end - 1) === TokenType.nonNullAssertion)) end--;
    if (typeOf(first) === TokenType.parenL && partners?.get(first) === end - 1)
      return bare({ first: first + 1, behind: end - 1 });
    return { first, behind: end };
  }

  /** What stands between brackets of this type, if the expression is nothing else. */
  function inside(piece: Piece, bracket: TokenType): Piece | undefined {
    const { first, behind } = bare(piece);
    if (typeOf(first) !== bracket || partners?.get(first) !== behind - 1) return undefined;
    return { first: first + 1, behind: behind - 1 };
  }

  function stringOf(piece: Piece): string | undefined {
    const { first, behind } = bare(piece);
    const isTemplate = typeOf(first) === TokenType.backQuote && behind === first + 3;
    if (!isTemplate && (typeOf(first) !== TokenType.string || behind !== first + 1)) return undefined;
    return unquoted(textOf({ first, behind }));
  }

  function memberOf(part: Piece): Member {
    const { first, behind } = part;
    const unnamed = { name: undefined, key: part, value: part, isSpread: false };
    if (isSpread(part)) return { ...unnamed, value: { first: first + 1, behind }, isSpread: true };
    const key = at(first);
    if (behind === first + 1 && tokens?.[first]?.identifierRole === IdentifierRole.ObjectShorthand)
      return { name: nameIn(textOf(key)), key, value: key, isSpread: false };
    if (typeOf(first) === TokenType.bracketL || typeOf(first + 1) !== TokenType.colon) return unnamed;
    return { name: nameIn(textOf(key)), key, value: { first: first + 2, behind }, isSpread: false };
  }

  function callAt(open: number): Call | undefined {
    let last = open - 1;
    while (tokens?.[last]?.isType) last--;
    if (!isName(last)) return undefined;
    let first = last;
    while (isDot(first - 1) && isName(first - 2)) first -= 2;
    const isWhole = !isDot(first - 1);
    const names = isWhole ? { first, behind: last + 1 } : at(last);
    const close = partners?.get(open) ?? open;
    return {
      whole: { first, behind: close + 1 },
      callee: textOf(names).split(/\s*\??\.\s*/u),
      root: isWhole ? at(first) : undefined,
      name: at(last),
      given: upTo(split({ first: open + 1, behind: close }), isSpread),
    };
  }

  /** A name that is used, rather than one that is given. */
  function isName(index: number): boolean {
    const role = tokens?.[index]?.identifierRole ?? IdentifierRole.Access;
    return typeOf(index) === TokenType.name && role === IdentifierRole.Access;
  }
  const isDot = (index: number): boolean => typeOf(index) === TokenType.dot || typeOf(index) === TokenType.questionDot;

  const calls = new Map<number, Call>();
  for (const [open, close] of partners) {
    const call = open < close && typeOf(open) === TokenType.parenL ? callAt(open) : undefined;
    if (call) calls.set(close, call);
  }

  return {
    calls: [...calls.values()],
    tokens,
    scopes,
    rangeOf,
    textOf,
    stringOf,
    membersOf: (piece) => {
      const content = inside(piece, TokenType.braceL);
      return content && split(content).map(memberOf);
    },
    elementsOf: (piece) => {
      const content = inside(piece, TokenType.bracketL);
      return content && upTo(split(content), (part) => isSpread(part) || isEmpty(part));
    },
    callOf: (piece) => {
      const { first, behind } = bare(piece);
      const call = calls.get(behind - 1);
      return call?.root && call.whole.first === first ? call : undefined;
    },
    templateOf: (piece) => {
      const { first, behind } = bare(piece);
      const open = first + 1;
      if (!isName(first) || typeOf(open) !== TokenType.backQuote || partners.get(open) !== behind - 1) return undefined;
      const given: Piece[] = [];
      const texts = [""];
      for (let index = open + 1; index < behind - 1; index = (partners.get(index) ?? index) + 1) {
        const end = partners.get(index);
        if (end !== undefined) {
          given.push({ first: index + 1, behind: end });
          texts.push("");
        } else texts[texts.length - 1] += textOf(at(index));
      }
      const tag = at(first);
      return { callee: [textOf(tag)], root: tag, given, texts: texts.map((each) => unquoted(`"${each}"`)) };
    },
    isArrow: (piece) => {
      const { first, behind } = bare(piece);
      for (let index = first; index < behind; index = (partners.get(index) ?? index) + 1)
        if (typeOf(index) === TokenType.arrow) return true;
      return false;
    },
  };
}

function parsed(text: string): ReturnType<typeof parse> | undefined {
  // To Node these end a line, to editors they do not.
  if (/[\u2028\u2029]/u.test(text)) return undefined;
  try {
    return parse(text, false, true, false);
  } catch {
    return undefined;
  }
}

const CLOSING: ReadonlyMap<TokenType, TokenType> = new Map([
  [TokenType.parenL, TokenType.parenR],
  [TokenType.bracketL, TokenType.bracketR],
  [TokenType.braceL, TokenType.braceR],
  [TokenType.dollarBraceL, TokenType.braceR],
  [TokenType.backQuote, TokenType.backQuote],
]);
const CLOSERS: ReadonlySet<TokenType> = new Set(CLOSING.values());

/** The closing bracket of each opening one; nothing when they do not match. Those of types are left out. */
function partnersOf(tokens: readonly Token[]): ReadonlyMap<number, number> | undefined {
  const partners = new Map<number, number>();
  const open: { readonly index: number; readonly closing: TokenType }[] = [];
  for (const [index, { type, isType }] of tokens.entries()) {
    if (isType) continue;
    const last = open.at(-1);
    const closing = CLOSING.get(type);
    if (last?.closing === type) {
      partners.set(last.index, index);
      open.pop();
    } else if (closing !== undefined) open.push({ index, closing });
    else if (CLOSERS.has(type)) return undefined;
  }
  return open.length === 0 ? partners : undefined;
}

/** What a key says; nothing of the one that makes no property, and of spellings that hardly anybody uses. */
function nameIn(key: string): string | undefined {
  if (/^["']/u.test(key)) return unquoted(key);
  if (/^[\d.]/u.test(key)) return /^\d+$/u.test(key) ? String(Number(key)) : undefined;
  return key === "__proto__" || key.includes("\\") ? undefined : key;
}

/** The text of a literal. Escapes that JSON has not, but for those of quotes, are rare. */
function unquoted(literal: string): string | undefined {
  const inJson = literal.slice(1, -1).replaceAll(/\\?(?:\r\n?|.)/gsu, (part) => {
    if (/^\\['`$]$/u.test(part)) return part.slice(1);
    if (part === '"') return '\\"';
    return /^[\r\n]/u.test(part) ? "\\n" : part === "\t" ? "\\t" : part;
  });
  try {
    return JSON.parse(`"${inJson}"`) as string;
  } catch {
    return undefined;
  }
}
