import { describeModule, modulePlace } from "../../../model/module-place.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

export const hitlIgnoreHidesReview = defineFlowRule({
  id: "hitl/ignore-hides-review",
  gravity: "risky",
  summary: "A review that could not be asked for is dropped without a trace",

  messages: {
    dropped: (d: { module: string }) => `When \`${d.module}\` fails, nobody is asked and nobody gets to know`,
  },

  check({ requests, report }) {
    for (const { module } of requests) {
      const [only, ...others] = module.handler?.modules ?? [];
      if (only?.type !== "builtin:Ignore" || others.length > 0) continue;
      report("dropped", {
        at: modulePlace(only),
        data: { module: describeModule(module) },
        help: "Use a Break handler, which tries again and keeps the bundle, or tell somebody before Ignore",
      });
    }
  },
});
