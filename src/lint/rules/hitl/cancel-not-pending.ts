import { connectedModules } from "../../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../../model/module-place.ts";
import { modulesBehind } from "../../modules-behind.ts";
import { requestCall } from "../../review-flow.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

export const hitlCancelNotPending = defineFlowRule({
  id: "hitl/cancel-not-pending",
  gravity: "risky",
  summary: "A review is cancelled without a look at whether it is still open",

  messages: {
    unchecked: (d: { module: string }) =>
      `\`${d.module}\` fails when the review was answered or ran out of time before`,
  },

  check({ reads, scenario, report }) {
    const calls = connectedModules(scenario).filter(
      (module) => module.handler === undefined && requestCall(module)?.method === "delete",
    );
    if (calls.length === 0) return;
    const looking = new Set(reads.flatMap(({ field, reader }) => (field === "status" ? [reader] : [])));
    const checked = modulesBehind(scenario, (module) => looking.has(module));
    for (const module of calls) {
      if (checked.has(module)) continue;
      report("unchecked", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help: "Ask for the `status` before and go on only while it is `pending`, or add an error handler",
      });
    }
  },
});
