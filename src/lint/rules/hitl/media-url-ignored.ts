import { CONTENT_TYPES, MEDIA_URLS, NEWER_CONTENT_TYPES } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

const TYPES: readonly string[] = [...CONTENT_TYPES, ...NEWER_CONTENT_TYPES];

export const hitlMediaUrlIgnored = defineRequestRule({
  id: "hitl/media-url-ignored",
  gravity: "risky",
  summary: "A review request gives a file that its content type does not show",

  messages: {
    ignored: (d: { field: string; type: string }) =>
      `\`${d.field}\` is given, but reviewers do not see it in a request of type \`${d.type}\``,
  },

  check({ get, textOf }, report) {
    const type = textOf("type");
    if (type === undefined || !TYPES.includes(type)) return;
    for (const [owner, field] of Object.entries(MEDIA_URLS)) {
      const url = get(field);
      if (url === undefined || owner === type) continue;
      report("ignored", {
        at: url.name,
        data: { field, type },
        help: `Write \`"type": "${owner}"\`, or remove \`${field}\``,
      });
    }
  },
});
