import { boundsOf, isStep } from "../../../catalog/hitl/bounds.ts";
import { spellingsOf } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

const STEP = spellingsOf("rating", "scale_step");

export const hitlRatingStepDivides = defineRequestRule({
  id: "hitl/rating-step-divides",
  gravity: "risky",
  summary: "The steps of a rating's scale miss its end",

  messages: {
    missed: (d: { min: number; max: number; step: number }) =>
      `Steps of ${d.step} from ${d.min} never reach ${d.max}, the end of the scale`,
  },

  check({ configOf }, report) {
    const config = configOf("rating");
    const step = config?.get(...STEP);
    if (config === undefined || step?.kind !== "number" || step.value <= 0) return;
    const { min, max } = boundsOf("scale", config.value);
    if (min === undefined || max === undefined || max <= min || isStep(max - min, step.value)) return;
    const help = "Choose a step that divides the scale evenly";
    report("missed", { at: step.at, data: { min, max, step: step.value }, help });
  },
});
