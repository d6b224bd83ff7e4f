import { areOrdered, boundsOf } from "../../../catalog/hitl/bounds.ts";
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
    const { min, max } = boundsOf("length", config.value);
    // `hitl/text-max-length` says what is wrong with a negative one.
    if (min === undefined || max === undefined || max < 0 || areOrdered("length", { min, max })) return;
    report("crossed", { at: field.at, data: { min, max }, help: `Write at most ${max}` });
  },
});
