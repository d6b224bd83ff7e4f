import { ABSOLUTE_URL, MEDIA_URLS } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

const FIELDS = ["callback_url", ...Object.values(MEDIA_URLS)];

export const hitlUrlFormat = defineRequestRule({
  id: "hitl/url-format",
  gravity: "refused",
  summary: "An address in a review request is not a whole one",

  messages: {
    notAbsolute: (d: { field: string; value: string }) => `\`${d.field}\` is ${d.value}, not a whole address`,
  },

  check({ get, textOf }, report) {
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
      });
    }
  },
});
