import type { Part } from "../iml/ast.ts";
import { type Expr, expr, templateOf, type Value } from "../model/expression.ts";

/**
 * Text with values in it that Make fills in at run time.
 *
 * @example
 * iml`Buy ${form.answers.item} for ${form.answers.amount} EUR?`
 */
export function iml(strings: TemplateStringsArray, ...values: readonly Value<unknown>[]): Expr<string> {
  const parts: Part[] = [];
  strings.forEach((text, position) => {
    if (text !== "") parts.push({ kind: "text", text });
    if (position < values.length) parts.push(...partsOf(values[position]));
  });
  return expr<string>(...parts);
}

function partsOf(value: unknown): readonly Part[] {
  const template = templateOf(value);
  if (template) return template.parts;
  return [{ kind: "text", text: value instanceof Date ? value.toISOString() : String(value) }];
}
