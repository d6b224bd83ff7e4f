import { describeModule, modulePlace } from "../../../model/module-place.ts";
import type { Module } from "../../../model/scenario.ts";
import { leavesRestAWay } from "../../rest-of-a-decision.ts";
import { type AnswerTest, answerTests } from "../../review-answers.ts";
import type { AnswerSource } from "../../review-flow.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

export const hitlTimeoutDefaultNotApplied = defineFlowRule({
  id: "hitl/timeout-default-not-applied",
  gravity: "risky",
  summary: "Nothing happens when a review runs out of time",

  messages: {
    dropped: (d: { module: string }) =>
      `\`${d.module}\` also starts the scenario when nobody answered in time, and then nothing happens`,
  },

  check({ sources, reads, scenario, report }) {
    const callbacks = new Set(sources.filter(({ how }) => how === "callback"));
    if (callbacks.size === 0) return;
    const deciders = new Map<AnswerSource, Module>();
    const handled = new Set<AnswerSource>();
    for (const test of answerTests(scenario)) {
      const { source, module } = test;
      if (mayTakeTimeouts(test)) handled.add(source);
      else if (test.field === "response_data" && test.decision !== undefined && !deciders.has(source)) {
        deciders.set(source, module);
      }
    }
    // A state that is mapped to somewhere is looked at there.
    for (const { of: source, field, reference } of reads) {
      if (isState(field) && reference.in.domain !== "filter" && reference.in.domain !== "branch") handled.add(source);
    }
    for (const [source, module] of deciders) {
      if (!callbacks.has(source) || handled.has(source)) continue;
      report("dropped", {
        at: modulePlace(source.module),
        data: { module: describeModule(source.module) },
        help: "Add a route for the `status` `timeout` that does what the request's `default_response` says",
        related: [{ message: "Only answers pass here", at: modulePlace(module) }],
      });
    }
  },
});

const isState = (field: string): boolean => field === "status" || field === "event";

/** Whether what a condition decides leaves a way for a review without an answer. */
function mayTakeTimeouts({ field, how, literal, substitutes, module, decision }: AnswerTest): boolean {
  if (substitutes.length > 0 || !(how === "equal" || how === "contain" || how === "exist")) return true;
  if (isState(field)) return literal === undefined || !/completed$/i.test(literal);
  // An operator in the middle of a mapping decides something, and so may what a branch or route leaves over.
  return decision === undefined || leavesRestAWay(module);
}
