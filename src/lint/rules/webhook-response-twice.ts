import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";
import { earlierResponses, isResponse } from "../webhook-responses.ts";

/** A second answer to the same request: the caller has gone with the first one. */
export const webhookResponseTwice = defineRule({
  id: "webhook-response-twice",
  category: "configuration",
  summary: "A request is answered twice on the same way, and the caller gets only the first answer",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    twice: (d: { module: string; earlier: string }) =>
      `\`${d.module}\` answers a request that \`${d.earlier}\` has answered before`,
  },

  check({ scenario, report }) {
    const modules = connectedModules(scenario);
    for (const [module, earlier] of earlierResponses(modules)) {
      if (!isResponse(module)) continue;
      report("twice", {
        at: modulePlace(module),
        data: { module: describeModule(module), earlier: describeModule(earlier) },
        help: "Keep the answer that the caller is to get, and remove the other one",
        related: [{ message: "The first answer", at: modulePlace(earlier) }],
      });
    }
  },
});
