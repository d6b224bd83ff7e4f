import { crossedBounds } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlSelectionsOrder = defineRequestRule({
  id: "hitl/selections-order",
  gravity: "refused",
  summary: "A multi-select demands more choices than it allows",

  messages: {
    crossed: (d: { min: number; max: number }) =>
      `\`min_selections\` is ${d.min}, above \`max_selections\`, which is ${d.max}`,
  },

  check({ configOf }, report) {
    const config = configOf("multi_select");
    const field = config?.get("min_selections");
    if (config === undefined || field === undefined) return;
    const bounds = crossedBounds("selections", config.value);
    if (bounds === undefined) return;
    report("crossed", { at: field.at, data: bounds, help: `Write at most ${bounds.max}` });
  },
});
