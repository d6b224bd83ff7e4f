import { configKeyUse } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlConfigAliasKey = defineRequestRule({
  id: "hitl/config-alias-key",
  gravity: "risky",
  summary: "The response configuration has a key in an older spelling",

  messages: {
    alias: (d: { key: string; canonical: string }) => `\`${d.key}\` is an older spelling of \`${d.canonical}\``,
  },

  check({ configOf, responseType: type }, report) {
    if (type === undefined) return;
    for (const [key, { name }] of configOf()?.members ?? []) {
      const use = configKeyUse(type, key);
      if (use.kind !== "alias") continue;
      report("alias", { at: name, data: { key, canonical: use.of }, help: `Write \`${use.of}\`` });
    }
  },
});
