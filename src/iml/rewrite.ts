// Changes trees without touching the old ones: whatever stays the same is shared.

import type { EmptyArgument, Expression, Segment, Template } from "./ast.ts";

/** Gives what shall stand in the expression's place: the same object where nothing changes. */
export type Rewrite = (expression: Expression) => Expression;

/** Rewrites every expression of every mapping; see `rewriteExpression`. */
export function rewriteTemplate(template: Template, visit: Rewrite): Template {
  const parts = mapShared(template.parts, (part) => {
    if (part.kind === "text" || part.expression === undefined) return part;
    const expression = rewriteExpression(part.expression, visit);
    return expression === part.expression ? part : { ...part, expression };
  });
  return parts === template.parts ? template : { ...template, parts };
}

/**
 * Rewrites from the inside out: `visit` sees an expression after everything inside of it was rewritten. To keep how
 * it was written, a visitor spreads the old node: `{ ...reference, root }`.
 */
export function rewriteExpression(expression: Expression, visit: Rewrite): Expression {
  return visit(rewriteChildren(expression, visit));
}

function rewriteChildren(expression: Expression, visit: Rewrite): Expression {
  switch (expression.kind) {
    case "reference": {
      const path = rewritePath(expression.path, visit);
      return path === expression.path ? expression : { ...expression, path };
    }
    case "call": {
      const args = mapShared(expression.args, (argument: Expression | EmptyArgument) =>
        argument.kind === "empty" ? argument : rewriteExpression(argument, visit),
      );
      return args === expression.args ? expression : { ...expression, args };
    }
    case "member": {
      const object = rewriteExpression(expression.object, visit);
      const path = rewritePath(expression.path, visit);
      return object === expression.object && path === expression.path ? expression : { ...expression, object, path };
    }
    case "unary": {
      const operand = rewriteExpression(expression.operand, visit);
      return operand === expression.operand ? expression : { ...expression, operand };
    }
    case "binary": {
      const left = rewriteExpression(expression.left, visit);
      const right = rewriteExpression(expression.right, visit);
      return left === expression.left && right === expression.right ? expression : { ...expression, left, right };
    }
    case "group": {
      const inner = rewriteExpression(expression.expression, visit);
      return inner === expression.expression ? expression : { ...expression, expression: inner };
    }
    case "string":
    case "number":
    case "placeholder":
    case "invalid":
      return expression;
  }
}

const rewritePath = (path: readonly Segment[], visit: Rewrite): readonly Segment[] =>
  mapShared(path, (segment) => {
    if (segment.kind === "property" || segment.index === undefined) return segment;
    const index = rewriteExpression(segment.index, visit);
    return index === segment.index ? segment : { ...segment, index };
  });

/** Like `map`, but gives back the same array where no item changed. */
function mapShared<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.every((item, position) => item === items[position]) ? items : changed;
}
