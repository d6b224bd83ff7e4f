import { parseTemplate } from "../../../iml/parse.ts";
import { type Argument, callResult } from "../../call-result.ts";
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
      const { pointer, range } = field.at;
      // The field's range begins with the opening quote.
      const offset = (range?.start ?? 0) + 1;
      for (const part of parseTemplate(field.value).template.parts) {
        if (part.kind !== "mapping" || part.range === undefined || !mayBreak(part.expression)) continue;
        const { start, end } = part.range;
        report("unescaped", {
          at: { pointer, range: { start: offset + start, end: offset + end } },
          data: { mapping: quoted(field.value.slice(start, end)) },
          help: "Escape it with `replace`, or build the JSON with the module Create JSON",
        });
      }
    }
  },
});

/** Functions that give text without quotes and line breaks, whatever they are given. */
const HARMLESS = new Set([
  "base64",
  "encodeURL",
  "escapeJSON",
  "formatDate",
  "formatNumber",
  "md5",
  "sha1",
  "sha256",
  "sha512",
]);

/** Whether a value may hold a quote or a line break, which would end the text that it is put into. */
function mayBreak(value: Argument | undefined): boolean {
  switch (value?.kind) {
    case "string":
      return /["\r\n]/.test(value.value);
    case "group":
      return mayBreak(value.expression);
    case "binary":
      return value.operator === "+" && (mayBreak(value.left) || mayBreak(value.right));
    case "reference":
      // Keywords such as `now`, `true` and `emptystring` stand alone; variables have a path.
      return value.root.kind === "module" || value.path.length > 0;
    case "member":
      return true;
    case "call": {
      const { isPlain, choices = value.args } = callResult(value);
      return !isPlain && !HARMLESS.has(value.name) && !replacesQuotes(value) && choices.some(mayBreak);
    }
    default:
      return false;
  }
}

/** A replacement of quotes anywhere in a chain of replacements: somebody has thought of it. */
function replacesQuotes(value: Argument | undefined): boolean {
  if (value?.kind !== "call" || value.name !== "replace") return false;
  const [text, pattern] = value.args;
  return (pattern?.kind === "string" && pattern.value.includes('"')) || replacesQuotes(text);
}
