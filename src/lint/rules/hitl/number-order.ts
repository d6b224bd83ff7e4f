import { BOUNDS, crossedBounds } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlNumberOrder = defineRequestRule({
  id: "hitl/number-order",
  gravity: "refused",
  summary: "The greatest value of a number answer is not above the smallest",

  messages: {
    crossed: (d: { min: number; max: number }) =>
      `\`max_value\` is ${d.max}, not above \`min_value\`, which is ${d.min}`,
  },

  check({ configOf }, report) {
    const config = configOf("number");
    const field = config?.get(...BOUNDS.range.max);
    if (config === undefined || field === undefined) return;
    const bounds = crossedBounds("range", config.value);
    if (bounds === undefined) return;
    report("crossed", { at: field.at, data: bounds, help: `Write a number above ${bounds.min}` });
  },
});
