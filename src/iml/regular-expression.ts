// The regular expressions that `replace` and filters take, kept from running forever.

import { type RegexCost, regexCost } from "./backtracking.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { type Budget, MAX_SIZE, tooLarge } from "./limits.ts";
import { runIsolated } from "./sandbox/sandbox.ts";

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

const DELIMITED = /^\/(?<source>.+)\/(?<flags>[dgimsuvy]*)$/s;

/** A search text of the form `/…/flags` is a regular expression of JavaScript; any other is taken literally. */
export function parseSearch(search: string): Pattern | undefined {
  const { source, flags = "" } = DELIMITED.exec(search)?.groups ?? {};
  return source === undefined ? undefined : { source, flags };
}

export type PatternVerdict =
  | { readonly kind: "syntax"; readonly reason: string }
  /** The time that it takes may double with each character of the text. */
  | { readonly kind: "explosive" }
  | { readonly kind: "fine"; readonly steps: RegexCost["steps"] };

/** Whether a text can be searched with the pattern, and how long that may take. */
export function judgePattern(pattern: Pattern): PatternVerdict {
  try {
    compile(pattern);
  } catch (error) {
    const reason = String(error).replace(/^SyntaxError: (?:Invalid regular expression: .*: )?/s, "");
    return { kind: "syntax", reason };
  }
  const { isExplosive, steps } = regexCost(pattern.source, pattern.flags);
  return isExplosive ? { kind: "explosive" } : { kind: "fine", steps };
}

/** Named groups work in JavaScript; in production `replace` was seen to fail on them. */
export const hasNamedGroup = ({ source }: Pattern): boolean => /(?<!\\)\(\?<(?![=!])/.test(source);

/** Does what JavaScript's `replace` does. */
export function replaceMatches(text: string, pattern: Pattern, replacement: string, budget: Budget): string {
  if (hasNamedGroup(pattern)) throw new EvaluationError("Named groups are not supported in regular expressions");
  if (isQuick(text, pattern, budget)) return replaceWithin(text, compile(pattern), replacement);
  const replace = "(text, source, flags, replacement) => text.replace(new RegExp(source, flags), replacement)";
  return String(runIsolated({ source: replace, args: [text, pattern.source, pattern.flags, replacement] }));
}

/** Whether the pattern is found anywhere in the text. */
export function isFound(text: string, pattern: Pattern, budget: Budget): boolean {
  if (isQuick(text, pattern, budget)) return compile(pattern).test(text);
  const find = "(text, source, flags) => new RegExp(source, flags).test(text)";
  return runIsolated({ source: find, args: [text, pattern.source, pattern.flags] }) === true;
}

const compile = ({ source, flags }: Pattern): RegExp => new RegExp(source, flags);

/** About a tenth of a second. */
const QUICK_STEPS = 100_000_000;
const SLOW_WORK = 1_000_000;

/**
 * Whether even the worst text of this length is done with soon. Nearly every text is, but only trying would tell: the
 * others are searched where they can be stopped. What would double its time with each character is refused.
 */
function isQuick(text: string, pattern: Pattern, budget: Budget): boolean {
  const verdict = judgePattern(pattern);
  switch (verdict.kind) {
    case "syntax":
      throw new EvaluationError(`Invalid regular expression: ${verdict.reason}`);
    case "explosive":
      throw new EvaluationError(`The regular expression '/${pattern.source}/${pattern.flags}' may run forever`);
    case "fine":
      if (verdict.steps(text.length) <= QUICK_STEPS) return true;
      budget.spend(SLOW_WORK);
      return false;
  }
}

/** As JavaScript does it, but stops before the text becomes too large. */
function replaceWithin(text: string, expression: RegExp, replacement: string): string {
  let size = text.length;
  const take = (piece: string): string => {
    size += piece.length;
    if (size > MAX_SIZE) throw tooLarge();
    return piece;
  };
  return text.replace(expression, (match: string, ...rest: readonly unknown[]) => {
    const position = rest.findIndex((part) => typeof part === "number");
    const offset = Number(rest[position]);
    const groups = [match, ...rest.slice(0, position)] as readonly (string | undefined)[];
    take(replacement);
    return replacement.replaceAll(/\$(?:([$`'])|&|(\d\d?))/g, (sign, place: string | undefined, digits = "0") => {
      if (place === "$") return "$";
      if (place !== undefined) return take(place === "`" ? text.slice(0, offset) : text.slice(offset + match.length));
      if (sign !== "$&" && Number(digits) === 0) return sign;
      if (Number(digits) < groups.length) return take(groups[Number(digits)] ?? "");
      // `$12` is the first group and a 2 where there is no twelfth.
      const [digit, ...behind] = String(digits);
      const isGroup = behind.length > 0 && digit !== "0" && Number(digit) < groups.length;
      return isGroup ? take(groups[Number(digit)] ?? "") + behind.join("") : sign;
    });
  });
}
