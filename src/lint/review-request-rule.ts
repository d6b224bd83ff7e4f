import type { Scenario } from "../model/scenario.ts";
import { type ReviewRequest, reviewRequests } from "./review-request.ts";
import { defineRule, type Messages, type Report, type Rule, type RuleSpec } from "./rule.ts";

/** How bad it is, which gives the severity in each preset. */
export type Gravity =
  /** HITL.sh refuses the request, or nobody could answer it. */
  | "refused"
  /** It works, but not as meant, or only by a part of HITL.sh's documentation. */
  | "risky"
  /** Good to know. */
  | "advice"
  /** A way that costs less, however strict one is. */
  | "note"
  /** Only worth a word to those who leave nothing to luck. */
  | "strict";

export const SEVERITY: Readonly<Record<Gravity, Rule["severity"]>> = {
  refused: { recommended: "error", strict: "error" },
  risky: { recommended: "warning", strict: "error" },
  note: { recommended: "info", strict: "info" },
  advice: { recommended: "info", strict: "warning" },
  strict: { recommended: "off", strict: "warning" },
};

interface RequestRuleSpec<M extends Messages> extends Pick<RuleSpec<M>, "fixable" | "messages" | "summary"> {
  readonly id: `hitl/${string}`;
  readonly gravity: Gravity;
  readonly check: (request: ReviewRequest, report: Report<M>) => void;
}

/** Makes a rule that looks at one request for human review at a time. */
export const defineRequestRule = <const M extends Messages>({ gravity, check, ...spec }: RequestRuleSpec<M>): Rule =>
  defineRule<M>({
    ...spec,
    category: "review",
    severity: SEVERITY[gravity],
    since: "0.1.0",
    concerns: asksForReview,
    check: ({ scenario, report }) => {
      for (const request of reviewRequests(scenario)) check(request, report);
    },
  });

const asksForReview = (scenario: Scenario): boolean => reviewRequests(scenario).length > 0;
