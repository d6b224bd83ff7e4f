import { configKeyUse } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { alternatives } from "../../review-wording.ts";

export const hitlConfigTypeMismatch = defineRequestRule({
  id: "hitl/config-type-mismatch",
  gravity: "risky",
  summary: "The response configuration has a key of another response type",

  messages: {
    foreign: (d: { key: string; owners: string; type: string }) =>
      `\`${d.key}\` belongs to ${d.owners}, and the response is of type \`${d.type}\``,
  },

  check({ configOf, responseType: type }, report) {
    if (type === undefined) return;
    for (const [key, { name }] of configOf()?.members ?? []) {
      const use = configKeyUse(type, key);
      if (use.kind !== "foreign") continue;
      report("foreign", {
        at: name,
        data: { key, owners: alternatives(use.types), type },
        help: `Remove \`${key}\`, or change \`response_type\``,
      });
    }
  },
});
