import { CONFIG_ALIASES } from "../../../catalog/hitl/contract.ts";
import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

const KEYS = ["min_value", "max_value", ...Object.keys(CONFIG_ALIASES.number ?? {})];

export const hitlNumberNumber = defineRequestRule({
  id: "hitl/number-number",
  gravity: "refused",
  summary: "A bound of a number answer is no number",
  fixable: "safe",

  messages: {
    notNumber: (d: { key: string; value: string }) => `\`${d.key}\` is ${d.value}, not a number`,
  },

  check(request, report) {
    const config = request.configOf("number");
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
