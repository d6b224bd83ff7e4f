import type { EmptyArgument, Expression, Segment, Template } from "./ast.ts";

const expressionsOf = (args: readonly (Expression | EmptyArgument)[]): readonly Expression[] =>
  args.filter((argument) => argument.kind !== "empty");

const NONE: readonly Expression[] = [];

/** Hardly any path has one. */
const indexesOf = (path: readonly Segment[]): readonly Expression[] =>
  path.some(({ kind }) => kind === "index")
    ? path.flatMap((segment) => (segment.kind === "index" && segment.index !== undefined ? [segment.index] : []))
    : NONE;

/** The expressions directly inside of this one, in reading order. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "reference":
      return indexesOf(expression.path);
    case "call":
      return expressionsOf(expression.args);
    case "member":
      return [expression.object, ...indexesOf(expression.path)];
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "group":
      return [expression.expression];
    case "string":
    case "number":
    case "placeholder":
    case "invalid":
      return NONE;
  }
}

/** Calls `visit` for the expression and everything inside of it, the outer before the inner, in reading order. */
export function walkExpression(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression);
  for (const child of childrenOf(expression)) walkExpression(child, visit);
}

/** Calls `visit` for every expression of every mapping, in reading order. */
export function walkTemplate(template: Template, visit: (expression: Expression) => void): void {
  for (const part of template.parts) {
    if (part.kind === "mapping" && part.expression !== undefined) walkExpression(part.expression, visit);
  }
}
