import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { isMapped } from "../form-fields.ts";
import { defineRule } from "../rule.ts";
import { isResponse } from "../webhook-responses.ts";

/** An answer with a status that HTTP does not know. */
export const badWebhookStatus = defineRule({
  id: "bad-webhook-status",
  category: "configuration",
  summary: "A webhook response has a status outside of those that HTTP knows",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    unknown: (d: { module: string; status: string }) =>
      `\`${d.module}\` answers with the status ${d.status}, but HTTP ends at 599`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const status: unknown = module.source.mapper?.status;
      // What is below 100, or no number, is told by the field's own bounds.
      if (!isResponse(module) || isMapped(status)) continue;
      if (!(typeof status === "string" || typeof status === "number") || !(Number(status) > 599)) continue;
      report("unknown", {
        at: fieldPlace(module, "mapper", "status"),
        data: { module: describeModule(module), status: String(status) },
        help: "Answer with a status such as 200, 400 or 500",
      });
    }
  },
});
