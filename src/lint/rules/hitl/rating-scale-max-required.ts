import { BOUNDS } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlRatingScaleMaxRequired = defineRequestRule({
  id: "hitl/rating-scale-max-required",
  gravity: "refused",
  summary: "A rating does not say where its scale ends",

  messages: {
    missing: () => "A `rating` needs `scale_max`, and there is none",
  },

  check({ configOf }, report) {
    const config = configOf("rating");
    if (!config?.lacks(...BOUNDS.scale.max)) return;
    report("missing", { at: config.name, help: 'Add the best rating, such as `"scale_max": 5`' });
  },
});
