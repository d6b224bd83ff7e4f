import type { Template } from "../iml/ast.ts";
import { findOperator } from "../iml/operators.ts";
import { parseTemplate } from "../iml/parse.ts";
import { printTemplate } from "../iml/print.ts";
import { rewriteTemplate } from "../iml/rewrite.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";

/** Conditions in words, with the names of modules instead of their numbers. */
export function describeConditions(conditions: unknown, names: ReadonlyMap<number, string>): string {
  const groups = (Array.isArray(conditions) ? conditions : [])
    .filter(Array.isArray)
    .filter((group) => group.length > 0);
  if (groups.length === 0) return "anything";
  const words = groups.map((group) => group.map((condition) => describe(condition, names)).join(" and "));
  return words.length === 1 ? (words[0] ?? "") : words.map((group) => `(${group})`).join(" or ");
}

function describe(condition: unknown, names: ReadonlyMap<number, string>): string {
  if (!isObject(condition)) return "?";
  const { a, o, b } = condition;
  const operator = typeof o === "string" ? findOperator(o) : undefined;
  const label = operator ? operator.label.toLowerCase() : asText(o);
  const left = operand(a, names);
  return operator?.unary || b === undefined ? `${left} ${label}` : `${left} ${label} ${operand(b, names)}`;
}

function operand(value: unknown, names: ReadonlyMap<number, string>): string {
  if (typeof value !== "string") return JSON.stringify(value ?? null);
  if (!value.includes("{{")) return JSON.stringify(value);
  const text = printTemplate(named(parseTemplate(value).template, names));
  const only = /^\{\{([^{}]*)\}\}$/u.exec(text)?.[1];
  return (only ?? text).trim();
}

/** `{{3.total}}` becomes `{{Order.total}}`: for reading only. */
const named = (template: Template, names: ReadonlyMap<number, string>): Template =>
  rewriteTemplate(template, (expression) => {
    if (expression.kind !== "reference" || expression.root.kind !== "module") return expression;
    const name = names.get(expression.root.id);
    return name === undefined ? expression : { ...expression, root: { kind: "name", name: name.replaceAll("`", "'") } };
  });
