import { boundsOf, isStep, isWithin, numberAt } from "../../../catalog/hitl/bounds.ts";
import { spellingsOf } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

const STEP = spellingsOf("rating", "scale_step");

export const hitlDefaultStep = defineRequestRule({
  id: "hitl/default-step",
  gravity: "risky",
  summary: "The default answer of a rating lies between two steps of its scale",

  messages: {
    between: (d: { value: number; min: number; step: number }) =>
      `\`default_response\` is ${d.value}, which steps of ${d.step} from ${d.min} do not meet`,
  },

  check({ configOf, get }, report) {
    const config = configOf("rating");
    const field = get("default_response");
    if (config === undefined || field?.kind !== "number") return;
    const { value, at } = field;
    const bounds = boundsOf("scale", config.value);
    const step = numberAt(config.value, STEP, 1);
    if (bounds.min === undefined || step === undefined || step <= 0) return;
    if (!isWithin(bounds, value) || isStep(value - bounds.min, step)) return;
    report("between", {
      at,
      data: { value, min: bounds.min, step },
      help: "Choose a rating that reviewers could give too",
    });
  },
});
