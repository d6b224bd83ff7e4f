import type { Range } from "./ast.ts";
import { type Token, tokenize } from "./tokenize.ts";

/** Blanks before a node, absent where the printer would write the same ones. */
export interface Before {
  readonly before?: string;
}

/** A place among the tokens of one mapping. */
export class TokenCursor {
  private readonly text: string;
  private readonly start: number;
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.start = start;
    this.tokens = tokenize(text, start, end);
  }

  get current(): Token {
    return this.peek(0);
  }

  /** The token so many places away, or the closest there is. */
  peek(offset: number): Token {
    const position = Math.min(Math.max(this.position + offset, 0), this.tokens.length - 1);
    return this.tokens[position] as Token;
  }

  /** Gives the current token and goes on to the next. */
  advance(): Token {
    const token = this.current;
    this.position++;
    return token;
  }

  skipToEnd(): void {
    this.position = this.tokens.length - 1;
  }

  /** Goes behind the bracket that closes the current one; false where none does. */
  skipBrackets(): boolean {
    let depth = 0;
    do {
      const { kind, text } = this.current;
      if (kind === "end") return false;
      if (text === "(" || text === "[" || text === "{") depth++;
      if (text === ")" || text === "]" || text === "}") depth--;
      this.position++;
    } while (depth > 0);
    return true;
  }

  /** The blanks before the current token. */
  gap(): string {
    return this.text.slice(this.previousEnd, this.current.start);
  }

  /** The blanks before the current token as a node keeps them; `lead` is what the printer writes of its own accord. */
  before(lead: string): Before {
    const blanks = this.gap();
    return blanks === lead ? {} : { before: blanks };
  }

  /** From `start` to the end of the token before the current one. */
  rangeFrom(start: number): Range {
    return { start, end: this.previousEnd };
  }

  textIn({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  private get previousEnd(): number {
    return this.tokens[this.position - 1]?.end ?? this.start;
  }
}
