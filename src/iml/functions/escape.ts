// Texts inside other languages.

import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";
import { EvaluationError } from "../evaluation-error.ts";

const text = { name: "text", type: "text" } as const satisfies Parameter;

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "decodeURL",
    group: "text",
    summary: "Turns the `%` codes of a URL back into characters",
    params: [text],
    returns: "text",
    examples: [['decodeURL("Automate%20your%20workflow")', "Automate your workflow"]],
    evaluate: ([value]) => {
      try {
        return decodeURIComponent(value);
      } catch {
        throw new EvaluationError("URI malformed");
      }
    },
  }),
  defineFunction({
    name: "encodeURL",
    group: "text",
    summary: "Turns characters that have a meaning in URLs into `%` codes",
    params: [text],
    returns: "text",
    examples: [['encodeURL("a b&c")', "a%20b%26c"]],
    // Half of a surrogate pair has no code: it becomes the sign for what cannot be shown, as in any UTF-8.
    evaluate: ([value]) => encodeURIComponent(Buffer.from(value, "utf8").toString("utf8")),
  }),
  defineFunction({
    name: "escapeHTML",
    group: "text",
    summary: "Turns characters that have a meaning in HTML into entities",
    params: [text],
    returns: "text",
    examples: [['escapeHTML("<b>Hello</b>")', "&lt;b&gt;Hello&lt;/b&gt;"]],
    note: "The documentation shows angle brackets only",
    evaluate: ([value]) => value.replaceAll(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? sign),
  }),
  defineFunction({
    name: "escapeJSON",
    group: "text",
    summary: "Escapes a text for use between the quotes of a JSON string",
    params: [{ ...text, optional: true }],
    returns: "text",
    examples: [['escapeJSON("say ""hi""")', String.raw`say \"hi\"`]],
    note: "In no official list, but exported scenarios call it",
    evaluate: ([value = ""]) => JSON.stringify(value).slice(1, -1),
  }),
  defineFunction({
    name: "escapeMarkdown",
    group: "text",
    summary: "Turns characters that have a meaning in Markdown into entities",
    params: [text],
    returns: "text",
    examples: [['escapeMarkdown("# Header")', "&#35; Header"]],
    note: "Which characters these are is not documented",
    evaluate: ([value]) => value.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  }),
  defineFunction({
    name: "stripHTML",
    group: "text",
    summary: "Removes the tags of HTML",
    params: [text],
    returns: "text",
    examples: [['stripHTML("<b>Hello</b>")', "Hello"]],
    evaluate: ([value]) => value.replaceAll(/<[^<>]*>/g, ""),
  }),
];
