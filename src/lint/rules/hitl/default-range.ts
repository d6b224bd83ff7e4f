import { ANSWER_BOUNDS, boundsOf, crossedBounds, isWithin } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlDefaultRange = defineRequestRule({
  id: "hitl/default-range",
  gravity: "refused",
  summary: "The default answer of a review lies outside of the numbers it allows",

  messages: {
    below: (d: { value: number; min: number }) =>
      `\`default_response\` is ${d.value}, below the smallest answer, ${d.min}`,
    above: (d: { value: number; max: number }) =>
      `\`default_response\` is ${d.value}, above the greatest answer, ${d.max}`,
  },

  check({ configOf, get, responseType }, report) {
    const name = responseType && ANSWER_BOUNDS[responseType];
    const config = configOf();
    const field = get("default_response");
    if (name === undefined || config === undefined || field?.kind !== "number") return;
    const bounds = boundsOf(name, config.value);
    if (crossedBounds(name, config.value) !== undefined || isWithin(bounds, field.value)) return;
    const { value, at } = field;
    const { min, max } = bounds;
    const help = "Choose a number that reviewers could choose too";
    if (min !== undefined && value < min) report("below", { at, data: { value, min }, help });
    else if (max !== undefined) report("above", { at, data: { value, max }, help });
  },
});
