import { ABSOLUTE_URL } from "../../../catalog/hitl/contract.ts";
import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlCallbackHttps = defineRequestRule({
  id: "hitl/callback-https",
  gravity: "refused",
  summary: "Answers of a review are sent to an address without encryption",
  fixable: "suggested",

  messages: {
    insecure: (d: { scheme: string }) =>
      `\`callback_url\` begins with \`${d.scheme}\`, and HITL.sh only calls \`https://\``,
  },

  check(request, report) {
    const url = request.get("callback_url");
    if (url?.kind !== "string" || !ABSOLUTE_URL.test(url.value)) return;
    const scheme = url.value.slice(0, url.value.indexOf("://") + 3);
    if (scheme.toLowerCase() === "https://") return;
    report("insecure", {
      at: url.at,
      data: { scheme },
      help: "Write `https://`; Make's webhooks have it",
      fix:
        scheme.toLowerCase() === "http://"
          ? writeField("suggested", request, url, `https://${url.value.slice(scheme.length)}`)
          : undefined,
    });
  },
});
