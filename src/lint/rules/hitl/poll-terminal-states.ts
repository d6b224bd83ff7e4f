import { describeModule } from "../../../model/module-place.ts";
import { leavesRestAWay } from "../../rest-of-a-decision.ts";
import { type AnswerTest, answerTests } from "../../review-answers.ts";
import type { AnswerSource } from "../../review-flow.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

export const hitlPollTerminalStates = defineFlowRule({
  id: "hitl/poll-terminal-states",
  gravity: "risky",
  summary: "A scenario asks for the state of a review and knows only one way in which it can end",

  messages: {
    onlyCompleted: (d: { module: string }) =>
      `What \`${d.module}\` says goes on only when it is \`completed\`, but a review can also run out of time or be cancelled`,
  },

  check({ sources, reads, scenario, report }) {
    if (!sources.some(({ how }) => how === "status")) return;
    const first = new Map<AnswerSource, AnswerTest>();
    const handled = new Set<AnswerSource>();
    for (const test of answerTests(scenario)) {
      if (test.field !== "status") continue;
      if (!asksForCompleted(test) || leavesRestAWay(test.module)) handled.add(test.source);
      else if (!first.has(test.source)) first.set(test.source, test);
    }
    // A state that is mapped to somewhere is looked at there.
    for (const { of: source, field, reference } of reads) {
      if (field === "status" && reference.in.domain !== "filter" && reference.in.domain !== "branch")
        handled.add(source);
    }
    for (const [source, { at }] of first) {
      if (source.how !== "status" || handled.has(source)) continue;
      report("onlyCompleted", {
        at,
        data: { module: describeModule(source.module) },
        help: "Add routes for `timeout` and `cancelled`, or one for all that is no longer `pending`",
      });
    }
  },
});

const asksForCompleted = ({ how, literal, decision }: AnswerTest): boolean =>
  decision !== undefined && how === "equal" && literal?.toLowerCase() === "completed";
