import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlSelectionsExceedOptions = defineRequestRule({
  id: "hitl/selections-exceed-options",
  gravity: "refused",
  summary: "A multi-select demands more choices than it has options",

  messages: {
    exceeds: (d: { min: number; count: number }) => `\`min_selections\` is ${d.min}, but there are ${d.count} options`,
  },

  check({ configOf, options: { length: count } }, report) {
    const min = configOf("multi_select")?.get("min_selections");
    if (min?.kind !== "number" || count === 0 || min.value <= count) return;
    report("exceeds", { at: min.at, data: { min: min.value, count }, help: `Write at most ${count}` });
  },
});
