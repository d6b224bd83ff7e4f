import { DEFERRED_TIMEOUT_SECONDS, TIMEOUT_SECONDS } from "../../../catalog/hitl/contract.ts";
import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { counted, described } from "../../review-wording.ts";

export const hitlTimeoutRange = defineRequestRule({
  id: "hitl/timeout-range",
  gravity: "refused",
  summary: "The timeout of a review request is no number of seconds that HITL.sh takes",
  fixable: "safe",

  messages: {
    notWhole: (d: { value: string }) => `\`timeout_seconds\` is ${d.value}, not a whole number`,
    short: (d: { seconds: number; min: number }) =>
      `\`timeout_seconds\` is ${counted(d.seconds)}, and HITL.sh waits at least ${counted(d.min)}`,
    long: (d: { seconds: number; max: number }) =>
      `\`timeout_seconds\` is ${counted(d.seconds)}, and HITL.sh waits at most ${counted(d.max)}`,
  },

  check(request, report) {
    const { get, textOf } = request;
    const timeout = get("timeout_seconds");
    if (timeout === undefined || timeout.kind === "mapped") return;
    const isUrgent = textOf("processing_type") === "time-sensitive";
    const { min, max } = isUrgent ? TIMEOUT_SECONDS : DEFERRED_TIMEOUT_SECONDS;
    const { at } = timeout;
    const help = `Write a whole number from ${min} to ${max}`;
    if (timeout.kind !== "number" || !Number.isInteger(timeout.value)) {
      report("notWhole", {
        at,
        data: { value: described(timeout.value) },
        help,
        fix: unquote(request, timeout, "number"),
      });
    } else if (timeout.value < min) {
      report("short", { at, data: { seconds: timeout.value, min }, help });
    } else if (timeout.value > max) {
      report("long", { at, data: { seconds: timeout.value, max }, help });
    }
  },
});
