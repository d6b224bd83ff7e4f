import {
  CONTENT_TYPES,
  NEWER_CONTENT_TYPES,
  NEWER_RESPONSE_TYPES,
  PLATFORMS,
  PRIORITIES,
  PROCESSING_TYPES,
  RESPONSE_TYPES,
} from "../../../catalog/hitl/contract.ts";
import { slipFor } from "../../../util/nearest.ts";
import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { alternatives, quoted } from "../../review-wording.ts";

/** The values of each field. `tolerated` ones have a rule of their own. */
const FIELDS: Readonly<Record<string, { readonly values: readonly string[]; readonly tolerated?: readonly string[] }>> =
  {
    processing_type: { values: PROCESSING_TYPES },
    type: { values: CONTENT_TYPES, tolerated: NEWER_CONTENT_TYPES },
    priority: { values: PRIORITIES },
    response_type: { values: RESPONSE_TYPES, tolerated: NEWER_RESPONSE_TYPES },
    platform: { values: PLATFORMS, tolerated: ["make"] },
  };

export const hitlEnum = defineRequestRule({
  id: "hitl/enum",
  gravity: "refused",
  summary: "A field of a review request has a value that HITL.sh does not know",
  fixable: "suggested",

  messages: {
    unknown: (d: { field: string; value: string }) => `\`${d.field}\` is ${d.value}, which HITL.sh does not know`,
  },

  check(request, report) {
    for (const [name, { values, tolerated = [] }] of Object.entries(FIELDS)) {
      const field = request.get(name);
      if (field === undefined || field.kind === "mapped") continue;
      if ([...values, ...tolerated].some((value) => value === field.value)) continue;
      const meant = field.kind === "string" ? meantBy(field.value, values) : undefined;
      report("unknown", {
        at: field.at,
        data: { field: name, value: quoted(field.value) },
        help: `Write ${alternatives(values)}`,
        fix: meant === undefined ? undefined : writeField("suggested", request, field, meant),
      });
    }
  },
});

/** The value that is spelled otherwise: `Single Select`, `time_sensitive`, `hgih`. */
function meantBy(written: string, values: readonly string[]): string | undefined {
  const bare = (value: string): string => value.toLowerCase().replace(/[\s_-]/gu, "");
  return values.find((value) => bare(value) === bare(written)) ?? slipFor(written, values);
}
