import { spellingsOf } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlRatingStep = defineRequestRule({
  id: "hitl/rating-step",
  gravity: "refused",
  summary: "The step of a rating's scale does not lead upwards",

  messages: {
    notPositive: (d: { key: string; step: number }) => `\`${d.key}\` is ${d.step}, not above 0`,
  },

  check({ configOf }, report) {
    const config = configOf("rating");
    for (const key of spellingsOf("rating", "scale_step")) {
      const step = config?.get(key);
      if (step?.kind !== "number" || step.value > 0) continue;
      report("notPositive", {
        at: step.at,
        data: { key, step: step.value },
        help: "Write a number above 0, such as `0.5` or `1`",
      });
    }
  },
});
