import type { ResponseType } from "../../../catalog/hitl/contract.ts";
import { unquote } from "../../review-fixes.ts";
import type { RequestField } from "../../review-request-field.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

interface Kind {
  readonly name: string;
  readonly fits: (field: RequestField) => boolean;
  readonly help: string;
  /** What is no text, and yet often stands in quotes. */
  readonly kind?: "boolean" | "number";
}

const isText = ({ kind }: RequestField): boolean => kind === "string" || kind === "mapped";
const text: Kind = { name: "text", fits: isText, help: "Write the answer as text" };
const number: Kind = {
  name: "a number",
  fits: ({ kind }) => kind === "number",
  help: "Write a number",
  kind: "number",
};

const KINDS: Readonly<Record<ResponseType, Kind>> = {
  text,
  editable_text: text,
  single_select: { ...text, name: "the text of one option", help: "Write one of the options as text" },
  multi_select: {
    name: "a list of options",
    // A bare text is published too: `hitl/default-multi-string` has a word to say about it.
    fits: (field) => field.kind === "string" || (field.kind === "array" && field.items.every(isText)),
    help: 'Write a list, such as `["grammar"]` or `[]`',
  },
  rating: number,
  number,
  boolean: {
    name: "`true` or `false`",
    fits: ({ kind }) => kind === "boolean",
    help: "Write `true` or `false`",
    kind: "boolean",
  },
};

export const hitlDefaultType = defineRequestRule({
  id: "hitl/default-type",
  gravity: "refused",
  summary: "The default answer of a review does not fit its response type",
  fixable: "safe",

  messages: {
    wrong: (d: { value: string; type: string; expected: string }) =>
      `\`default_response\` is ${d.value}, and the answer of a \`${d.type}\` is ${d.expected}`,
  },

  check(request, report) {
    const { form, get, responseType: type } = request;
    const field = get("default_response");
    if (field === undefined || type === undefined || field.kind === "mapped") return;
    const { name, fits, help, kind } = KINDS[type];
    if (fits(field)) return;
    const isQuoted = form === "http" && field.kind === "string";
    report("wrong", {
      at: field.at,
      data: { value: described(field.value), type, expected: name },
      help: isQuoted ? `${help} without quotes` : help,
      fix: kind && unquote(request, field, kind),
    });
  },
});
