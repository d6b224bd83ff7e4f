import { BOOLEAN_CONFIG_KEYS, configKeyUse } from "../../../catalog/hitl/contract.ts";
import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlConfigBoolean = defineRequestRule({
  id: "hitl/config-boolean",
  gravity: "refused",
  summary: "A switch in the response configuration is neither true nor false",
  fixable: "safe",

  messages: {
    notBoolean: (d: { key: string; value: string }) => `\`${d.key}\` is ${d.value}, neither \`true\` nor \`false\``,
  },

  check(request, report) {
    const { responseType: type } = request;
    const config = request.configOf();
    if (config === undefined || type === undefined) return;
    for (const key of BOOLEAN_CONFIG_KEYS) {
      const field = config.get(key);
      if (field === undefined || field.kind === "boolean" || field.kind === "mapped") continue;
      if (configKeyUse(type, key).kind !== "own") continue;
      report("notBoolean", {
        at: field.at,
        data: { key, value: described(field.value) },
        help: "Write `true` or `false` without quotes",
        fix: unquote(request, field, "boolean"),
      });
    }
  },
});
