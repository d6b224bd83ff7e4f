import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlDefaultRequired = defineRequestRule({
  id: "hitl/default-required",
  gravity: "refused",
  summary: "A review request has no default answer",

  messages: {
    missing: () => "The review request has no `default_response`",
  },

  check({ body }, report) {
    if (!body.lacks("default_response")) return;
    report("missing", {
      at: body.name,
      help: "Add `default_response` with the answer that does no harm when nobody answers in time",
    });
  },
});
