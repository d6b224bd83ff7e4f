import { CONTENT_TYPES, NEWER_CONTENT_TYPES } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { alternatives } from "../../review-wording.ts";

export const hitlNewerContentType = defineRequestRule({
  id: "hitl/newer-content-type",
  gravity: "risky",
  summary: "A review request has a content type that only newer documentation knows",

  messages: {
    newer: (d: { type: string }) =>
      `\`type\` is \`${d.type}\`, which only the newer pages of HITL.sh's documentation have`,
  },

  check({ get }, report) {
    const field = get("type");
    const type = NEWER_CONTENT_TYPES.find((newer) => newer === field?.value);
    if (field === undefined || type === undefined) return;
    const help = `Test it with your account, or write ${alternatives(CONTENT_TYPES)}`;
    report("newer", { at: field.at, data: { type }, help });
  },
});
