import { REQUEST_TEXT_LENGTH } from "../../../catalog/hitl/contract.ts";
import type { Call, Template } from "../../../iml/ast.ts";
import { parseTemplate } from "../../../iml/parse.ts";
import { type Argument, callResult } from "../../call-result.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { counted } from "../../review-wording.ts";

export const hitlRequestTextMappedLength = defineRequestRule({
  id: "hitl/request-text-mapped-length",
  gravity: "advice",
  summary: "The text of a review request holds a value that may be too long",

  messages: {
    uncut: () =>
      `\`request_text\` holds values of any length, and HITL.sh takes ${counted(REQUEST_TEXT_LENGTH.max)} characters`,
  },

  check({ get }, report) {
    const text = get("request_text");
    if (text?.kind !== "mapped" || typeof text.value !== "string") return;
    if (longest(parseTemplate(text.value).template) <= REQUEST_TEXT_LENGTH.max) return;
    report("uncut", { at: text.at, help: `Cut them, as in \`{{substring(1.text; 0; ${REQUEST_TEXT_LENGTH.max})}}\`` });
  },
});

/** The most characters that a text can come to. */
const longest = ({ parts }: Template): number =>
  parts.reduce((sum, part) => sum + (part.kind === "text" ? part.text.length : longestOf(part.expression)), 0);

/** Numbers, dates and truths, in whatever format. */
const SHORT = 100;
const SHORT_TEXT = new Set(["formatDate", "formatNumber", "md5", "sha1", "sha256", "sha512"]);
/** Functions that leave the length of their first argument about as it is. */
const KEEPING = new Set(["capitalize", "escapeJSON", "lower", "replace", "startcase", "stripHTML", "trim", "upper"]);

function longestOf(value: Argument | undefined): number {
  switch (value?.kind) {
    case "string":
      return value.value.length;
    case "group":
      return longestOf(value.expression);
    case "binary":
      return value.operator === "+" ? longestOf(value.left) + longestOf(value.right) : SHORT;
    case "reference":
      // Keywords such as `now` stand alone; variables have a path.
      return value.root.kind === "name" && value.path.length === 0 ? SHORT : Number.POSITIVE_INFINITY;
    case "member":
      return Number.POSITIVE_INFINITY;
    case "call":
      return longestOfCall(value);
    default:
      return SHORT;
  }
}

function longestOfCall(call: Call): number {
  const [text, start, end] = call.args;
  const { isPlain, choices } = callResult(call);
  if (isPlain || SHORT_TEXT.has(call.name)) return SHORT;
  if (choices !== undefined) return Math.max(0, ...choices.map(longestOf));
  if (KEEPING.has(call.name)) return longestOf(text);
  const isCut = call.name === "substring" && start?.kind === "number" && end?.kind === "number";
  return isCut ? Math.min(end.value - start.value, longestOf(text)) : Number.POSITIVE_INFINITY;
}
