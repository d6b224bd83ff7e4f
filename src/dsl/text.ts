import type { Part } from "../iml/ast.ts";
import { type Expr, expr, templateOf, type Value } from "../model/expression.ts";
import { quote } from "../util/quote.ts";
import { refuse } from "./mistakes.ts";

/**
 * Text with values in it that Make fills in at run time.
 *
 * @example
 * iml`Buy ${form.answers.item} for ${form.answers.amount} EUR?`
 */
export function iml(strings: TemplateStringsArray, ...values: readonly Value<unknown>[]): Expr<string> {
  const parts: Part[] = [];
  strings.forEach((text, position) => {
    if (text !== "") parts.push(textPart(text));
    if (position < values.length) parts.push(...partsOf(values[position]));
  });
  return expr<string>(...parts);
}

function partsOf(value: unknown): readonly Part[] {
  const template = templateOf(value);
  if (template) return template.parts;
  if (value instanceof Date) return [textPart(value.toISOString())];
  if (["string", "number", "bigint", "boolean"].includes(typeof value)) return [textPart(String(value))];
  return refuse(
    `A text cannot hold ${value === null || value === undefined ? value : `a value of the type ${typeof value}`}`,
    "Give a step's output, text, a number, true, false or a date",
  );
}

function textPart(text: string): Part {
  if (text.includes("{{")) {
    refuse(
      `The text ${quote(text)} holds \`{{\`, which Make reads as a mapping`,
      `Write \${value} with the value itself, or raw.text\`{{…}}\` for mapping text as it is`,
    );
  }
  return { kind: "text", text };
}
