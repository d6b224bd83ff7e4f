import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlMaxSelectionsExceedOptions = defineRequestRule({
  id: "hitl/max-selections-exceed-options",
  gravity: "risky",
  summary: "A multi-select allows more choices than it has options",

  messages: {
    exceeds: (d: { max: number; count: number }) => `\`max_selections\` is ${d.max}, but there are ${d.count} options`,
  },

  check({ configOf, options: { length: count } }, report) {
    const max = configOf("multi_select")?.get("max_selections");
    if (max?.kind !== "number" || count === 0 || max.value <= count) return;
    report("exceeds", { at: max.at, data: { max: max.value, count }, help: `Write at most ${count}` });
  },
});
