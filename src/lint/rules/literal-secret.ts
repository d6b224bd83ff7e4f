import { defineRule } from "../rule.ts";
import { findSecrets } from "../secrets.ts";

/** A key, a token or a password as plain text: whoever gets the file has it. */
export const literalSecret = defineRule({
  id: "literal-secret",
  category: "security",
  summary: "A key, a token or a password stands in the blueprint as plain text",
  severity: { recommended: "warning", strict: "error", publish: "error" },
  since: "0.1.0",

  messages: {
    plain: (d: { where: string; what: string }) => `${d.where} holds ${d.what} in plain text`,
  },

  check({ scenario, report }) {
    for (const { where, what, at } of findSecrets(scenario)) {
      report("plain", {
        at,
        data: { where, what },
        help: "Move it to a connection, a keychain or a variable of the organization, and replace it where it was issued",
      });
    }
  },
});
