import { ABSOLUTE_URL, MEDIA_URLS } from "../../../catalog/hitl/contract.ts";
import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

/** A host with a name, and what stands behind it. */
const WITHOUT_SCHEME = /^(?:\/\/)?[a-z\d](?:[a-z\d-]*\.)+[a-z]{2,}(?:[/?]\S*)?$/iu;
const FIELDS = ["callback_url", ...Object.values(MEDIA_URLS)];

export const hitlUrlFormat = defineRequestRule({
  id: "hitl/url-format",
  gravity: "refused",
  summary: "An address in a review request is not a whole one",
  fixable: "suggested",

  messages: {
    notAbsolute: (d: { field: string; value: string }) => `\`${d.field}\` is ${d.value}, not a whole address`,
  },

  check(request, report) {
    const { get, textOf } = request;
    for (const name of FIELDS) {
      const url = get(name);
      if (url === undefined || url.kind === "mapped") continue;
      if (url.kind === "string" && ABSOLUTE_URL.test(url.value)) continue;
      // `hitl/media-url-required` says so.
      if (url.value === "" && name === MEDIA_URLS[textOf("type") ?? ""]) continue;
      report("notAbsolute", {
        at: url.at,
        data: { field: name, value: quoted(url.value) },
        help: "Write it from `https://` on",
        fix:
          url.kind === "string" && WITHOUT_SCHEME.test(url.value)
            ? writeField("suggested", request, url, `https://${url.value.replace(/^\/\//u, "")}`)
            : undefined,
      });
    }
  },
});
