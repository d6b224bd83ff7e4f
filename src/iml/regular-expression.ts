// The regular expressions that `replace` and filters take, kept from running forever.

import { regexCost } from "./backtracking.ts";
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

export type PatternFault =
  | { readonly kind: "syntax"; readonly reason: string }
  /** The time that it takes may double with each character of the text. */
  | { readonly kind: "explosive" };

/** Why no text may be searched with the pattern. */
export function patternFault({ source, flags }: Pattern): PatternFault | undefined {
  try {
    new RegExp(source, flags);
  } catch (error) {
    const reason = String(error).replace(/^SyntaxError: (?:Invalid regular expression: .*: )?/s, "");
    return { kind: "syntax", reason };
  }
  return regexCost(source, flags).isExplosive ? { kind: "explosive" } : undefined;
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
  const fault = patternFault(pattern);
  if (fault?.kind === "syntax") throw new EvaluationError(`Invalid regular expression: ${fault.reason}`);
  if (fault?.kind === "explosive") {
    throw new EvaluationError(`The regular expression '/${pattern.source}/${pattern.flags}' may run forever`);
  }
  const { loops } = regexCost(pattern.source, pattern.flags);
  if (text.length ** (loops + 1) <= QUICK_STEPS || loops === 0) return true;
  budget.spend(SLOW_WORK);
  return false;
}

/** As JavaScript does it, but stops before the text becomes too large. */
function replaceWithin(text: string, expression: RegExp, replacement: string): string {
  let size = text.length;
  return text.replace(expression, (match: string, ...rest: readonly unknown[]) => {
    const offset = rest.findIndex((part) => typeof part === "number");
    const groups = rest.slice(0, offset) as readonly (string | undefined)[];
    const expanded = expand(replacement, match, groups, text, Number(rest[offset]));
    size += expanded.length;
    if (size > MAX_SIZE) throw tooLarge();
    return expanded;
  });
}

function expand(
  replacement: string,
  match: string,
  groups: readonly (string | undefined)[],
  text: string,
  offset: number,
): string {
  return replacement.replaceAll(/\$(?:[$&`']|\d\d?)/g, (sign) => {
    switch (sign) {
      case "$$":
        return "$";
      case "$&":
        return match;
      case "$`":
        return text.slice(0, offset);
      case "$'":
        return text.slice(offset + match.length);
    }
    const number = Number(sign.slice(1));
    if (number >= 1 && number <= groups.length) return groups[number - 1] ?? "";
    const [digit, behind] = [Number(sign[1]), sign.slice(2)];
    return digit >= 1 && digit <= groups.length && behind !== "" ? (groups[digit - 1] ?? "") + behind : sign;
  });
}
