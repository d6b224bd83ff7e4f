import type { Template } from "../iml/ast.ts";
import { findOperator } from "../iml/operators.ts";
import { parseTemplate } from "../iml/parse.ts";
import { printTemplate } from "../iml/print.ts";
import { rewriteTemplate } from "../iml/rewrite.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";

/** How a text with mappings is shown: usually with the names of modules instead of their numbers. */
export type ShowMappings = (text: string) => string;

/** Conditions in words. */
export function describeConditions(conditions: unknown, show: ShowMappings): string {
  const groups = (Array.isArray(conditions) ? conditions : [])
    .filter(Array.isArray)
    .filter((group) => group.length > 0);
  if (groups.length === 0) return "anything";
  const words = groups.map((group) => group.map((condition) => describe(condition, show)).join(" and "));
  return words.length === 1 ? (words[0] ?? "") : words.map((group) => `(${group})`).join(" or ");
}

function describe(condition: unknown, show: ShowMappings): string {
  if (!isObject(condition)) return "?";
  const { a, o, b } = condition;
  const operator = typeof o === "string" ? findOperator(o) : undefined;
  const label = operator ? operator.label.toLowerCase() : asText(o);
  const left = operand(a, show);
  return operator?.unary || b === undefined ? `${left} ${label}` : `${left} ${label} ${operand(b, show)}`;
}

function operand(value: unknown, show: ShowMappings): string {
  if (typeof value !== "string") return JSON.stringify(value ?? null);
  if (!value.includes("{{")) return JSON.stringify(value);
  const text = show(value);
  const only = /^\{\{([^{}]*)\}\}$/u.exec(text)?.[1];
  return (only ?? text).trim();
}

/** `{{3.total}}` is shown as `{{Order.total}}`. */
export const withNames =
  (names: ReadonlyMap<number, string>): ShowMappings =>
  (text) =>
    printTemplate(named(parseTemplate(text).template, names));

const named = (template: Template, names: ReadonlyMap<number, string>): Template =>
  rewriteTemplate(template, (expression) => {
    if (expression.kind !== "reference" || expression.root.kind !== "module") return expression;
    const name = names.get(expression.root.id);
    return name === undefined ? expression : { ...expression, root: { kind: "name", name: name.replaceAll("`", "'") } };
  });
