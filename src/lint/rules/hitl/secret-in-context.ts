import { MEDIA_URLS } from "../../../catalog/hitl/contract.ts";
import { asText } from "../../../util/as-text.ts";
import { fieldsWithin, type RequestField } from "../../review-request-field.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

/** Words that end the name of a secret: `password`, `apiKey`, `access_token`; not `max_tokens`. */
const SECRET_NAME =
  /(?:^|[_\-\s.])(?:password|passwd|pwd|secret|token|credentials?|authorization|(?:api|access|private|secret|signing)[_\-\s]?key|apikey)$/i;
/** Keys of well-known services, bearer and JSON web tokens, private keys. */
const SECRET_VALUE =
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)[-_]\w{8,}|\bsk-\w{20,}|\bAKIA[A-Z\d]{16}\b|\bgh[opsu]_\w{30,}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|\bBearer\s+[\w.~+/-]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** A key that goes along with the address of a file, mapped or not, or a name and a password before the host. */
const SECRET_IN_URL =
  /[?&](?:api[_-]?key|(?:access|auth)[_-]?token|client[_-]?secret|secret|password)=[^&#\s]{4,}|^\s*https?:\/\/[^\s/?#@:{}]{1,100}:[^\s/?#@]{1,200}@/i;

export const hitlSecretInContext = defineRequestRule({
  id: "hitl/secret-in-context",
  gravity: "risky",
  summary: "A review request shows a secret to its reviewers",

  messages: {
    name: (d: { key: string }) => `Every reviewer sees \`${d.key}\` in \`context\``,
    value: (d: { field: string }) => `\`${d.field}\` holds what looks like a key, and every reviewer sees it`,
  },

  check({ get }, report) {
    for (const field of Object.values(MEDIA_URLS)) {
      const url = get(field);
      if (url?.kind !== "string" && url?.kind !== "mapped") continue;
      if (!SECRET_VALUE.test(asText(url.value)) && !SECRET_IN_URL.test(asText(url.value))) continue;
      const help = "Give an address that opens without a key, or one that is valid for a short time";
      report("value", { at: url.at, data: { field }, help });
    }
    for (const field of ["request_text", "context"]) {
      for (const inner of within(get(field))) {
        for (const [key, member] of inner.members) {
          if (SECRET_NAME.test(snakeCase(key)) && isFilled(member)) {
            report("name", { at: member.name, data: { key }, help: "Remove it from the request" });
          }
        }
        if (inner.kind !== "string" && inner.kind !== "mapped") continue;
        if (!SECRET_VALUE.test(asText(inner.value))) continue;
        report("value", { at: inner.at, data: { field }, help: "Remove it, and replace the key where it is used" });
      }
    }
  },
});

const within = (field: RequestField | undefined): Iterable<RequestField> =>
  field === undefined ? [] : fieldsWithin(field);

const snakeCase = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, "$1_$2");

const isFilled = ({ kind, value }: RequestField): boolean => kind === "mapped" || (kind === "string" && value !== "");
