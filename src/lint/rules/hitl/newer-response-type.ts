import { NEWER_RESPONSE_TYPES } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlNewerResponseType = defineRequestRule({
  id: "hitl/newer-response-type",
  gravity: "risky",
  summary: "A review asks for a kind of answer that only newer documentation knows",

  messages: {
    newer: (d: { type: string }) =>
      `\`response_type\` is \`${d.type}\`, which only the newer pages of HITL.sh's documentation have`,
  },

  check({ get }, report) {
    const field = get("response_type");
    const type = NEWER_RESPONSE_TYPES.find((newer) => newer === field?.value);
    if (field === undefined || type === undefined) return;
    report("newer", { at: field.at, data: { type }, help: "Test it with your account, or write `text`" });
  },
});
