import { CONFIG_KEYS, configKeyUse } from "../../../catalog/hitl/contract.ts";
import { slipFor } from "../../../util/nearest.ts";
import { renameField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { didYouMean } from "../../review-wording.ts";

export const hitlConfigUnknownKey = defineRequestRule({
  id: "hitl/config-unknown-key",
  gravity: "risky",
  summary: "The response configuration has a key that HITL.sh does not know",
  fixable: "suggested",

  messages: {
    unknown: (d: { key: string; type: string }) => `\`response_config\` of type \`${d.type}\` has no key \`${d.key}\``,
  },

  check(request, report) {
    const { configOf, responseType: type } = request;
    if (type === undefined) return;
    const config = configOf();
    for (const [key, field] of config?.members ?? []) {
      if (configKeyUse(type, key).kind !== "unknown") continue;
      const known = [...CONFIG_KEYS[type], "required"];
      const meant = slipFor(key, known);
      report("unknown", {
        at: field.name,
        data: { key, type },
        help: didYouMean(key, known, "Remove it"),
        fix: meant === undefined ? undefined : renameField("suggested", request, config, field, meant),
      });
    }
  },
});
