import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlMaxSelectionsExceedOptions = defineRequestRule({
  id: "hitl/max-selections-exceed-options",
  gravity: "risky",
  summary: "A multi-select allows more choices than it has options",
  fixable: "safe",

  messages: {
    exceeds: (d: { max: number; count: number }) => `\`max_selections\` is ${d.max}, but there are ${d.count} options`,
  },

  check(request, report) {
    const count = request.options.length;
    const max = request.configOf("multi_select")?.get("max_selections");
    if (max?.kind !== "number" || count === 0 || max.value <= count) return;
    report("exceeds", {
      at: max.at,
      data: { max: max.value, count },
      help: `Write at most ${count}`,
      // As many as there are may be chosen either way.
      fix: writeField("safe", request, max, count),
    });
  },
});
