import { REQUEST_FIELDS } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { didYouMean } from "../../review-wording.ts";

const ADVICE: ReadonlyMap<string, string> = new Map([
  ["loop_id", "Remove it: the loop stands in the request's address"],
  ["metadata", "Write `context` instead"],
]);

export const hitlUnknownField = defineRequestRule({
  id: "hitl/unknown-field",
  gravity: "risky",
  summary: "A review request has a field that HITL.sh does not know",

  messages: {
    unknown: (d: { field: string }) => `HITL.sh's requests have no field \`${d.field}\``,
  },

  check({ form, body }, report) {
    // The keys of the app's own fields are not known well enough.
    if (form === "make") return;
    for (const [field, { name }] of body.members) {
      if (REQUEST_FIELDS.includes(field)) continue;
      const help = ADVICE.get(field) ?? didYouMean(field, REQUEST_FIELDS, "Remove it, or put it into `context`");
      report("unknown", { at: name, data: { field }, help });
    }
  },
});
