// What is found in suppressions and in `ignores`. These look at no blueprint, so they are no rules that the linter runs;
// their severities are set like those of rules.

import type { Rule } from "./rule.ts";

/** What a configuration needs to know of a rule. */
export type RuleSettings = Pick<Rule, "id" | "severity"> & Partial<Pick<Rule, "options">>;

export type SuppressionRule = Pick<Rule, "id" | "severity" | "summary" | "since">;

const make = <const Id extends string>(
  id: Id,
  summary: string,
  severity: Rule["severity"] = { recommended: "warning", strict: "error" },
): SuppressionRule & { readonly id: Id } => ({ id, summary, severity, since: "0.1.0" });

export const unusedSuppression = make("unused-suppression", "A suppression hides nothing");
export const unknownSuppression = make("unknown-suppression", "A suppression names a rule that does not exist");
export const expiredSuppression = make("expired-suppression", "A suppression has run out");
export const forbiddenSuppression = make("forbidden-suppression", "A suppression names a mandatory rule");
// There are good reasons to ignore a file: it is a draft, or somebody else's. Only must nobody believe that it is checked.
export const uncheckedMandatory = make("unchecked-mandatory", "`ignores` keeps mandatory rules from blueprints", {
  recommended: "info",
  strict: "warning",
});

export type SuppressionRuleId = (
  | typeof expiredSuppression
  | typeof forbiddenSuppression
  | typeof uncheckedMandatory
  | typeof unknownSuppression
  | typeof unusedSuppression
)["id"];

export const suppressionRules: readonly SuppressionRule[] = [
  expiredSuppression,
  forbiddenSuppression,
  uncheckedMandatory,
  unknownSuppression,
  unusedSuppression,
];
