import { defineFlowRule } from "../../review-flow-rule.ts";

/** What was asked, which the request knows and its callback does not. */
const OF_THE_REQUEST = /^(?:context|request_text|default_response|image_url|response_config|priority)$/;

export const hitlCallbackLacksContent = defineFlowRule({
  id: "hitl/callback-lacks-content",
  gravity: "risky",
  summary: "The callback of a review is read for what was asked, which it does not carry",

  messages: {
    absent: (d: { field: string }) => `HITL.sh sends no \`${d.field}\` with the answer`,
  },

  check({ reads, report }) {
    for (const { of: source, field, wrapped, reference } of reads) {
      // An older form of the callback had the whole request in it.
      if (source.how !== "callback" || wrapped || !OF_THE_REQUEST.test(field)) continue;
      report("absent", {
        at: reference.place,
        data: { field },
        help: "Get the request by its `request_id`, or keep what you need in a data store when you ask",
      });
    }
  },
});
