import type { BinaryOperator, Call, Expression, Segment } from "./ast.ts";
import type { FollowingType, ValueType } from "./define-function.ts";
import { findFunction } from "./functions.ts";
import { keywords } from "./keywords.ts";

/** What a module gives at a path; `undefined` where that is not known. */
export type OutputType = (moduleId: number, path: readonly Segment[]) => ValueType | undefined;

/** The type that an expression has whenever it has a value; `any` where that is not known. */
export function inferType(expression: Expression, outputType?: OutputType): ValueType {
  const infer = (inner: Expression): ValueType => inferType(inner, outputType);
  switch (expression.kind) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "group":
      return infer(expression.expression);
    case "unary":
      return expression.operator === "!" ? "boolean" : "number";
    case "binary":
      return resultOf(expression.operator, infer(expression.left), infer(expression.right));
    case "reference": {
      const { root, path } = expression;
      if (root.kind === "module") return outputType?.(root.id, path) ?? "any";
      return path.length === 0 && root.quoted !== true ? (keywords.get(root.name)?.type ?? "any") : "any";
    }
    case "call": {
      const { returns = "any" } = findFunction(expression.name) ?? {};
      return typeof returns === "string" ? returns : followedType(returns, expression, infer);
    }
    case "member":
    case "invalid":
    case "placeholder":
      return "any";
  }
}

function resultOf(operator: BinaryOperator, left: ValueType, right: ValueType): ValueType {
  switch (operator) {
    case "|":
    case "||":
    case "&":
    case "&&":
      return common([left, right]);
    case "+":
      if (left === "text" || right === "text") return "text";
      return left === "number" && right === "number" ? "number" : "any";
    case "-":
    case "*":
    case "/":
    case "%":
      return "number";
    default:
      return "boolean";
  }
}

function followedType(
  returns: FollowingType,
  { name, args }: Call,
  infer: (expression: Expression) => ValueType,
): ValueType {
  if ("arrayOf" in returns) return "array";
  if ("itemOf" in returns) return "any";
  const { params = [] } = findFunction(name) ?? {};
  const sources = args.filter((_, position) => returns.sameAs.includes(params[position]?.name ?? ""));
  // Nothing at all may come out, too: that fits every type.
  return common(sources.flatMap((source) => (source.kind === "empty" ? [] : [infer(source)])));
}

const common = (types: readonly ValueType[]): ValueType =>
  types.every((type) => type === types[0]) ? (types[0] ?? "any") : "any";
