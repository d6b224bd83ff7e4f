import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** A request that accepts any certificate: whoever stands in between can pass for the server. */
export const tlsCheckOff = defineRule({
  id: "tls-check-off",
  category: "security",
  summary: "A request accepts any certificate, so that anybody can pass for the server",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    unverified: (d: { module: string }) => `\`${d.module}\` accepts any certificate`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const domain of ["parameters", "mapper"] as const) {
        const rejects: unknown = module.source[domain]?.rejectUnauthorized;
        if (rejects !== false && rejects !== "false") continue;
        const at = fieldPlace(module, domain, "rejectUnauthorized");
        report("unverified", {
          at,
          data: { module: describeModule(module) },
          help: "Turn it on; for a server with a certificate of its own, give that one in the field next to it",
          fix: { safety: "suggested", patch: [{ op: "replace", path: at.pointer, value: true }] },
        });
      }
    }
  },
});
