import { REQUEST_FIELDS } from "../../../catalog/hitl/contract.ts";
import { slipFor } from "../../../util/nearest.ts";
import { renameField } from "../../review-fixes.ts";
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
  fixable: "suggested",

  messages: {
    unknown: (d: { field: string }) => `HITL.sh's requests have no field \`${d.field}\``,
  },

  check(request, report) {
    const { form, body } = request;
    // The keys of the app's own fields are not known well enough.
    if (form === "make") return;
    for (const [name, field] of body.members) {
      if (REQUEST_FIELDS.includes(name)) continue;
      const help = ADVICE.get(name) ?? didYouMean(name, REQUEST_FIELDS, "Remove it, or put it into `context`");
      const meant = slipFor(name, REQUEST_FIELDS);
      report("unknown", {
        at: field.name,
        data: { field: name },
        help,
        fix: meant === undefined ? undefined : renameField("suggested", request, body, field, meant),
      });
    }
  },
});
