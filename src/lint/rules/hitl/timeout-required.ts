import { TIMEOUT_SECONDS } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlTimeoutRequired = defineRequestRule({
  id: "hitl/timeout-required",
  gravity: "refused",
  summary: "A time-sensitive review request has no timeout",

  messages: {
    missing: () => "A `time-sensitive` request needs `timeout_seconds`, and there is none",
    byDefault: () => "The request is `time-sensitive`, as nothing else is chosen, and has no `timeout_seconds`",
  },

  check({ body, get, textOf }, report) {
    if (textOf("processing_type") !== "time-sensitive" || !body.lacks("timeout_seconds")) return;
    const chosen = get("processing_type");
    report(chosen === undefined ? "byDefault" : "missing", {
      at: chosen?.at ?? body.name,
      help: `Give \`timeout_seconds\` from ${TIMEOUT_SECONDS.min} to ${TIMEOUT_SECONDS.max}, or choose \`deferred\``,
    });
  },
});
