import { MEDIA_URLS } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlMediaUrlRequired = defineRequestRule({
  id: "hitl/media-url-required",
  gravity: "refused",
  summary: "A review request of an image or another file does not say where the file is",

  messages: {
    missing: (d: { type: string; field: string }) => `A request of type \`${d.type}\` needs \`${d.field}\``,
    empty: (d: { type: string; field: string }) => `\`${d.field}\` is empty, and the request is of type \`${d.type}\``,
  },

  check({ body, get, textOf }, report) {
    const type = textOf("type");
    const field = type === undefined ? undefined : MEDIA_URLS[type];
    if (type === undefined || field === undefined) return;
    const url = get(field);
    const help = `Add \`${field}\` with a public \`https://\` address`;
    if (url?.value === "") report("empty", { at: url.at, data: { type, field }, help });
    else if (body.lacks(field)) report("missing", { at: get("type")?.at ?? body.name, data: { type, field }, help });
  },
});
