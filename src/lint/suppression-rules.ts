// What is found in suppressions themselves. These look at no blueprint, so they are no rules that the linter runs; their
// severities are set like those of rules.

import type { Rule } from "./rule.ts";

/** What a configuration needs to know of a rule. */
export type RuleSettings = Pick<Rule, "id" | "severity"> & Partial<Pick<Rule, "options">>;

export type SuppressionRule = Pick<Rule, "id" | "severity" | "summary" | "since">;

const make = <const Id extends string>(id: Id, summary: string): SuppressionRule & { readonly id: Id } => ({
  id,
  summary,
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
});

export const unusedSuppression = make("unused-suppression", "A suppression hides nothing");
export const unknownSuppression = make("unknown-suppression", "A suppression names a rule that does not exist");
export const expiredSuppression = make("expired-suppression", "A suppression has run out");
export const forbiddenSuppression = make("forbidden-suppression", "A suppression names a mandatory rule");

export type SuppressionRuleId = (
  | typeof expiredSuppression
  | typeof forbiddenSuppression
  | typeof unknownSuppression
  | typeof unusedSuppression
)["id"];

export const suppressionRules: readonly SuppressionRule[] = [
  expiredSuppression,
  forbiddenSuppression,
  unknownSuppression,
  unusedSuppression,
];
