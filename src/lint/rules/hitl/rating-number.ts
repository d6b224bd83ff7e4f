import { CONFIG_ALIASES } from "../../../catalog/hitl/contract.ts";
import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

const KEYS = ["scale_min", "scale_max", "scale_step", ...Object.keys(CONFIG_ALIASES.rating ?? {})];

export const hitlRatingNumber = defineRequestRule({
  id: "hitl/rating-number",
  gravity: "refused",
  summary: "A bound or step of a rating's scale is no number",
  fixable: "safe",

  messages: {
    notNumber: (d: { key: string; value: string }) => `\`${d.key}\` is ${d.value}, not a number`,
  },

  check(request, report) {
    const config = request.configOf("rating");
    for (const key of KEYS) {
      const field = config?.get(key);
      if (field === undefined || field.kind === "number" || field.kind === "mapped") continue;
      report("notNumber", {
        at: field.at,
        data: { key, value: described(field.value) },
        help: "Write a number without quotes",
        fix: unquote(request, field, "number"),
      });
    }
  },
});
