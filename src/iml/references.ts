import type { Expression, Reference, Template } from "./ast.ts";
import { walkExpression, walkTemplate } from "./walk.ts";

/** Everything a template names: module outputs, keywords and variables, wherever they stand, in reading order. */
export function templateReferences(template: Template): readonly Reference[] {
  let references = known.get(template);
  if (references === undefined) {
    references = [];
    walkTemplate(template, collectInto(references));
    known.set(template, references);
  }
  return references;
}

const known = new WeakMap<Template, Reference[]>();

/** Everything an expression names, in reading order. */
export function expressionReferences(expression: Expression): readonly Reference[] {
  const references: Reference[] = [];
  walkExpression(expression, collectInto(references));
  return references;
}

const collectInto = (references: Reference[]) => (expression: Expression) => {
  if (expression.kind === "reference") references.push(expression);
};
