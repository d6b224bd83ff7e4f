import type { Catalog } from "../catalog/catalog.ts";
import type { Scenario } from "../model/scenario.ts";
import { type ReviewFlow, reviewFlow } from "./review-flow.ts";
import { type Gravity, SEVERITY } from "./review-request-rule.ts";
import { defineRule, type Messages, type Report, type Rule, type RuleSpec } from "./rule.ts";

interface FlowRuleSpec<M extends Messages> extends Pick<RuleSpec<M>, "fixable" | "messages" | "summary"> {
  readonly id: `hitl/${string}`;
  readonly gravity: Gravity;
  readonly check: (
    context: ReviewFlow & { readonly scenario: Scenario; readonly catalog: Catalog; readonly report: Report<M> },
  ) => void;
}

/** Makes a rule that looks at the way of requests and answers through one scenario. */
export const defineFlowRule = <const M extends Messages>({ gravity, check, ...spec }: FlowRuleSpec<M>): Rule =>
  defineRule<M>({
    ...spec,
    category: "review",
    severity: SEVERITY[gravity],
    since: "0.1.0",
    concerns: hasPartInReviews,
    check: ({ scenario, catalog, report }) => check({ ...reviewFlow(scenario), scenario, catalog, report }),
  });

const hasPartInReviews = (scenario: Scenario): boolean => reviewFlow(scenario).hasPart;
