import { DEFERRED_TIMEOUT_SECONDS, TIMEOUT_SECONDS } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { counted } from "../../review-wording.ts";

export const hitlDeferredLongTimeout = defineRequestRule({
  id: "hitl/deferred-long-timeout",
  gravity: "risky",
  summary: "A deferred review request waits longer than HITL.sh's reference allows",

  messages: {
    long: (d: { seconds: number }) =>
      `\`timeout_seconds\` is ${counted(d.seconds)}, and HITL.sh's reference ends at ${counted(TIMEOUT_SECONDS.max)}`,
  },

  check({ get, textOf }, report) {
    const timeout = get("timeout_seconds");
    if (timeout?.kind !== "number" || textOf("processing_type") !== "deferred") return;
    if (timeout.value <= TIMEOUT_SECONDS.max || timeout.value > DEFERRED_TIMEOUT_SECONDS.max) return;
    report("long", {
      at: timeout.at,
      data: { seconds: timeout.value },
      help: `Write at most ${TIMEOUT_SECONDS.max}, or leave it out to wait 30 days`,
    });
  },
});
