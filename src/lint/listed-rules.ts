// Every rule that a person can ask about: those that the linter runs, and those about suppressions.

import { ProblemError } from "../diagnostics/diagnostic.ts";
import { nearest } from "../util/nearest.ts";
import { quote } from "../util/quote.ts";
import type { Rule, RuleCategory } from "./rule.ts";
import { rules } from "./rules.generated.ts";
import { RULES_HELP, unknownRule } from "./severities.ts";
import { suppressionRules } from "./suppression-rules.ts";

export interface ListedRule extends Pick<Rule, "id" | "summary" | "severity" | "since" | "fixable"> {
  readonly category: RuleCategory | "suppressions";
}

export const listedRules: readonly ListedRule[] = [
  ...rules,
  ...suppressionRules.map((rule) => ({ ...rule, category: "suppressions" as const })),
];

/** The rule of an id. Throws, with what was meant, when there is none. */
export function findRule(id: string, all: readonly ListedRule[] = listedRules): ListedRule {
  const rule = all.find((candidate) => candidate.id === id.toLowerCase());
  if (rule) return rule;
  throw new ProblemError([{ help: RULES_HELP, ...unknownRule(id, all) }]);
}

/** The rules with every word in id, category or summary. Throws, with what was meant, when there is none. */
export function searchRules(words: readonly string[], all: readonly ListedRule[] = listedRules): readonly ListedRule[] {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/u)).filter((word) => word !== "");
  const textOf = ({ id, category, summary }: ListedRule): string => `${id}\n${category}\n${summary}`.toLowerCase();
  const found = all.filter((rule) => wanted.every((word) => textOf(rule).includes(word)));
  if (found.length > 0) return found;
  const stray = wanted.find((word) => !all.some((rule) => textOf(rule).includes(word)));
  const known = new Set(all.flatMap((rule) => [rule.id, rule.category, ...textOf(rule).split(/[^\p{L}\p{N}]+/u)]));
  const [similar] = stray === undefined ? [] : nearest(stray, known);
  throw new ProblemError([
    {
      message: `No rule is about ${quote(words.join(" "))}`,
      help: similar === undefined ? RULES_HELP : `Did you mean \`${similar}\`?`,
    },
  ]);
}
