import { BOUNDS } from "../../../catalog/hitl/bounds.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlNumberMaxRequired = defineRequestRule({
  id: "hitl/number-max-required",
  gravity: "refused",
  summary: "A number answer has no greatest value",

  messages: {
    missing: () => "A `number` answer needs `max_value`, and there is none",
  },

  check({ configOf }, report) {
    const config = configOf("number");
    if (!config?.lacks(...BOUNDS.range.max)) return;
    report("missing", { at: config.name, help: 'Add the greatest number allowed, such as `"max_value": 1000`' });
  },
});
