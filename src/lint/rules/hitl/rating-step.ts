import { spellingsOf } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

const STEP = spellingsOf("rating", "scale_step");

export const hitlRatingStep = defineRequestRule({
  id: "hitl/rating-step",
  gravity: "refused",
  summary: "The step of a rating's scale does not lead upwards",

  messages: {
    notPositive: (d: { step: number }) => `The step of the rating's scale is ${d.step}, not above 0`,
  },

  check({ configOf }, report) {
    const step = configOf("rating")?.get(...STEP);
    if (step?.kind !== "number" || step.value > 0) return;
    report("notPositive", {
      at: step.at,
      data: { step: step.value },
      help: "Write a number above 0, such as `0.5` or `1`",
    });
  },
});
