import type { EmptyArgument, Expression } from "../../../iml/ast.ts";
import { parseTemplate } from "../../../iml/parse.ts";
import { fieldsWithin } from "../../review-request-field.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

export const hitlConfigJsonInjection = defineRequestRule({
  id: "hitl/config-json-injection",
  gravity: "risky",
  summary: "Mapped text is put into the JSON of a review request without being escaped",

  messages: {
    unescaped: (d: { mapping: string }) => `A quote or line break in ${d.mapping} breaks the JSON around it`,
  },

  check({ body }, report) {
    for (const field of fieldsWithin(body)) {
      if (field.kind !== "mapped" || !field.spliced || typeof field.value !== "string") continue;
      const { pointer, range: outer } = field.at;
      for (const part of parseTemplate(field.value).template.parts) {
        if (part.kind !== "mapping" || part.range === undefined || outer === undefined || !mayBreak(part.expression))
          continue;
        const { start, end } = part.range;
        report("unescaped", {
          // The field's range begins with the opening quote.
          at: { pointer, range: { start: outer.start + 1 + start, end: outer.start + 1 + end } },
          data: { mapping: quoted(field.value.slice(start, end)) },
          help: "Escape it with `replace`, or build the JSON with the module Create JSON",
        });
      }
    }
  },
});

/** Functions whose result has neither quotes nor line breaks, whatever they are given. */
const HARMLESS = new Set([
  ...["abs", "average", "ceil", "count", "floor", "formatNumber", "indexOf", "length", "max", "median", "min"],
  ...["parseNumber", "round", "stdevP", "stdevS", "sum", "trunc", "contains", "md5", "sha1", "sha256", "sha512"],
  ...["base64", "encodeURL", "escapeJSON", "addDays", "addHours", "addMinutes", "addMonths", "addSeconds", "addYears"],
  ...["setDate", "setDay", "setHour", "setMinute", "setMonth", "setSecond", "setYear", "formatDate", "parseDate"],
]);

/** Whether a value may hold a quote or a line break, which would end the text that it is put into. */
function mayBreak(expression: Expression | EmptyArgument | undefined): boolean {
  switch (expression?.kind) {
    case "string":
      return /["\r\n]/.test(expression.value);
    case "group":
      return mayBreak(expression.expression);
    case "binary":
      return expression.operator === "+" && (mayBreak(expression.left) || mayBreak(expression.right));
    case "reference":
      // Keywords such as `now`, `true` and `emptystring` stand alone; variables have a path.
      return expression.root.kind === "module" || expression.path.length > 0;
    case "member":
      return true;
    case "call": {
      if (HARMLESS.has(expression.name) || replacesQuotes(expression)) return false;
      const isChoice = expression.name === "if";
      return expression.args.slice(isChoice ? 1 : 0).some(mayBreak);
    }
    default:
      return false;
  }
}

/** `replace(…; "/\"/g"; …)` somewhere in a chain of replacements: somebody has thought of it. */
function replacesQuotes(expression: Expression | EmptyArgument | undefined): boolean {
  if (expression?.kind !== "call" || expression.name !== "replace") return false;
  const [text, pattern] = expression.args;
  return (pattern?.kind === "string" && pattern.value.includes('"')) || replacesQuotes(text);
}
