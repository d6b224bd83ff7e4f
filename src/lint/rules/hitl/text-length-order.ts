import { crossedBounds } from "../../../catalog/hitl/bounds.ts";
import { ANSWER_LENGTH } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlTextLengthOrder = defineRequestRule({
  id: "hitl/text-length-order",
  gravity: "refused",
  summary: "A text answer must be longer than it may be",

  messages: {
    crossed: (d: { min: number; max: number }) => `\`min_length\` is ${d.min}, above \`max_length\`, which is ${d.max}`,
  },

  check({ configOf }, report) {
    const config = configOf("text", "editable_text");
    const field = config?.get("min_length");
    if (config === undefined || field === undefined) return;
    const bounds = crossedBounds("length", config.value);
    // Of an upper one that is too low itself, `hitl/text-max-length` speaks.
    if (bounds === undefined || bounds.max < ANSWER_LENGTH.min) return;
    report("crossed", { at: field.at, data: bounds, help: `Write at most ${bounds.max}` });
  },
});
