import { configKeyUse } from "../../../catalog/hitl/contract.ts";
import { renameField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlConfigAliasKey = defineRequestRule({
  id: "hitl/config-alias-key",
  gravity: "risky",
  summary: "The response configuration has a key in an older spelling",
  fixable: "safe",

  messages: {
    alias: (d: { key: string; canonical: string }) => `\`${d.key}\` is an older spelling of \`${d.canonical}\``,
  },

  check(request, report) {
    const { configOf, responseType: type } = request;
    if (type === undefined) return;
    const config = configOf();
    for (const [key, field] of config?.members ?? []) {
      const use = configKeyUse(type, key);
      if (use.kind !== "alias") continue;
      report("alias", {
        at: field.name,
        data: { key, canonical: use.of },
        help: `Write \`${use.of}\``,
        fix: renameField("safe", request, config, field, use.of),
      });
    }
  },
});
