import { BOUNDS, crossedBounds } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlRatingOrder = defineRequestRule({
  id: "hitl/rating-order",
  gravity: "refused",
  summary: "The scale of a rating does not end above its start",

  messages: {
    crossed: (d: { min: number; max: number }) => `The scale of the rating ends at ${d.max} and starts at ${d.min}`,
  },

  check({ configOf }, report) {
    const config = configOf("rating");
    const field = config?.get(...BOUNDS.scale.max);
    if (config === undefined || field === undefined) return;
    const bounds = crossedBounds("scale", config.value);
    if (bounds === undefined) return;
    report("crossed", {
      at: field.at,
      data: bounds,
      help: "Let the scale end above its start, which is 1 by default",
    });
  },
});
