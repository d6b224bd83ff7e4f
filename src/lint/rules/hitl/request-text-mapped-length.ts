import { REQUEST_TEXT_LENGTH } from "../../../catalog/hitl/contract.ts";
import type { EmptyArgument, Expression, Template } from "../../../iml/ast.ts";
import { parseTemplate } from "../../../iml/parse.ts";
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

/** Numbers and dates, in whatever format. */
const SHORT = 100;
const SHORT_FUNCTIONS = new Set([
  "formatDate",
  "formatNumber",
  "length",
  "md5",
  "parseNumber",
  "round",
  "sha1",
  "sha256",
]);
/** Functions that leave the length of their first argument about as it is. */
const KEEPING = new Set([
  "lower",
  "upper",
  "capitalize",
  "startcase",
  "trim",
  "ascii",
  "stripHTML",
  "replace",
  "escapeJSON",
]);

function longestOf(expression: Expression | EmptyArgument | undefined): number {
  switch (expression?.kind) {
    case "string":
      return expression.value.length;
    case "group":
      return longestOf(expression.expression);
    case "binary":
      return expression.operator === "+" ? longestOf(expression.left) + longestOf(expression.right) : SHORT;
    case "reference":
      return expression.root.kind === "name" && expression.path.length === 0 ? SHORT : Number.POSITIVE_INFINITY;
    case "call":
      return longestOfCall(expression.name, expression.args);
    case "member":
      return Number.POSITIVE_INFINITY;
    default:
      return SHORT;
  }
}

function longestOfCall(name: string, args: readonly (Expression | EmptyArgument)[]): number {
  if (SHORT_FUNCTIONS.has(name)) return SHORT;
  if (KEEPING.has(name)) return longestOf(args[0]);
  if (name === "if") return Math.max(longestOf(args[1]), longestOf(args[2]));
  if (name === "ifempty") return Math.max(longestOf(args[0]), longestOf(args[1]));
  const [text, start, end] = args;
  const isCut = name === "substring" && start?.kind === "number" && end?.kind === "number";
  return isCut ? Math.min(end.value - start.value, longestOf(text)) : Number.POSITIVE_INFINITY;
}
