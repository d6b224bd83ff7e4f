import type { Expression, Reference, Template } from "./ast.ts";
import { walkExpression, walkTemplate } from "./walk.ts";

/** Everything a template names: module outputs, keywords and variables, wherever they stand, in reading order. */
export function templateReferences(template: Template): readonly Reference[] {
  const references: Reference[] = [];
  walkTemplate(template, collectInto(references));
  return references;
}

/** Everything an expression names, in reading order. */
export function expressionReferences(expression: Expression): readonly Reference[] {
  const references: Reference[] = [];
  walkExpression(expression, collectInto(references));
  return references;
}

const collectInto = (references: Reference[]) => (expression: Expression) => {
  if (expression.kind === "reference") references.push(expression);
};
