import { CONFIG_KEYS, configKeyUse } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { didYouMean } from "../../review-wording.ts";

export const hitlConfigUnknownKey = defineRequestRule({
  id: "hitl/config-unknown-key",
  gravity: "risky",
  summary: "The response configuration has a key that HITL.sh does not know",

  messages: {
    unknown: (d: { key: string; type: string }) => `\`response_config\` of type \`${d.type}\` has no key \`${d.key}\``,
  },

  check({ configOf, responseType: type }, report) {
    if (type === undefined) return;
    for (const [key, { name }] of configOf()?.members ?? []) {
      if (configKeyUse(type, key).kind !== "unknown") continue;
      const help = didYouMean(key, [...CONFIG_KEYS[type], "required"], "Remove it");
      report("unknown", { at: name, data: { key, type }, help });
    }
  },
});
