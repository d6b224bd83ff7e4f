import { MEDIA_URLS } from "../../../catalog/hitl/contract.ts";
import { asText } from "../../../util/as-text.ts";
import { fieldsWithin, jsonField, type RequestField } from "../../review-request-field.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { secretsInText } from "../../secrets-in-text.ts";

/** Words that end the name of a secret: `password`, `apiKey`, `access_token`; not `max_tokens`. */
const SECRET_NAME =
  /(?:^|[_\-\s.])(?:password|passwd|passphrase|pwd|secret|token|bearer|credentials?|authorization|(?:api|access|private|secret|signing)[_\-\s]?key|apikey)$/i;
/** Keys of well-known services, bearer and JSON web tokens, private keys. */
const SECRET_VALUE =
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)[-_]\w{8,}|\bsk-\w{20,}|\bAKIA[A-Z\d]{16}\b|\bgh[opsu]_\w{30,}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.|\bBearer\s+[\w.~+/-]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

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
      for (const { inner, at } of within(get(field))) {
        const named = [...inner.members, ...pairIn(inner)];
        for (const [key, member] of named) {
          if (SECRET_NAME.test(snakeCase(key)) && isFilled(member)) {
            report("name", { at: at ?? member.name, data: { key }, help: "Remove it from the request" });
          }
        }
        // What stands in JSON in a text stands in the text.
        if (at === undefined && holdsSecret(inner)) {
          report("value", { at: inner.at, data: { field }, help: "Remove it, and replace the key where it is used" });
        }
      }
    }
  },
});

interface Inner {
  readonly inner: RequestField;
  /** The text around it, when it stands in JSON in a text: where exactly is not known. */
  readonly at: RequestField["at"] | undefined;
}

/** A field and all that is in it, also as JSON in a text. */
function* within(field: RequestField | undefined): Generator<Inner> {
  for (const inner of field ? fieldsWithin(field) : []) {
    yield { inner, at: undefined };
    // Between the quotes of JSON, quotes are escaped.
    const text = inner.kind === "mapped" && inner.spliced ? textOf(inner)?.replace(/\\(["\\])/g, "$1") : textOf(inner);
    const json =
      text !== undefined && /^\s*[{[]/.test(text) ? jsonField(text, { at: inner.at, name: inner.name }) : undefined;
    // A text of mappings alone begins with a brace, too.
    if (json?.kind !== "object" && json?.kind !== "array") continue;
    for (const nested of within(json)) yield { ...nested, at: inner.at };
  }
}

const textOf = ({ kind, value }: RequestField): string | undefined =>
  (kind === "string" || kind === "mapped" || kind === "broken") && typeof value === "string" ? value : undefined;

function holdsSecret(field: RequestField): boolean {
  const text = textOf(field);
  return text !== undefined && (SECRET_VALUE.test(text) || secretsInText(text, "").length > 0);
}

/** A name and a value that stand side by side: `{ "name": "password", "value": "…" }`. */
function pairIn({ get }: RequestField): readonly (readonly [key: string, value: RequestField])[] {
  const [name, value] = [get("name", "key", "label", "title"), get("value")];
  return name?.kind === "string" && value ? [[name.value, value]] : [];
}

const snakeCase = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, "$1_$2");

const isFilled = ({ kind, value }: RequestField): boolean =>
  kind === "mapped" || kind === "number" || (kind === "string" && value !== "");
