// The published entry point `cyanotype/iml`: Make's mapping language, without a word on modules or blueprints.

export type * from "./iml/ast.ts";
export { type CheckOptions, checkTemplate } from "./iml/check.ts";
export { coerce, toText } from "./iml/coerce.ts";
export { type Completion, completionsOf } from "./iml/complete.ts";
export { type Condition, evaluateConditions } from "./iml/conditions.ts";
export { type CustomFunction, defineCustomFunction } from "./iml/custom-functions.ts";
export type {
  Example,
  FollowingType,
  FunctionGroup,
  ImlFunction,
  Parameter,
  Signature,
  ValueType,
} from "./iml/define-function.ts";
export { type EvaluationContext, evaluateTemplate } from "./iml/evaluate.ts";
export { EvaluationError, type Result } from "./iml/evaluation-error.ts";
export { findFunction, functions } from "./iml/functions.ts";
export { inferType, type OutputType } from "./iml/infer-type.ts";
export { type Keyword, keywords, variableFamilies } from "./iml/keywords.ts";
export { type FilterOperator, findOperator, type OperatorGroup, operators, suggestOperator } from "./iml/operators.ts";
export { type ParsedTemplate, parseTemplate } from "./iml/parse.ts";
export { printExpression, printTemplate, UnprintableNameError } from "./iml/print.ts";
export type { ImlProblem, ImlProblemCode } from "./iml/problem.ts";
export { expressionReferences, templateReferences } from "./iml/references.ts";
export { type Rewrite, rewriteExpression, rewriteTemplate } from "./iml/rewrite.ts";
export { findMapping, hasMapping, type MappingSpan } from "./iml/scan.ts";
export { type Collection, ERASE, IGNORE, typeOf, type Value } from "./iml/value.ts";
export { walkExpression, walkTemplate } from "./iml/walk.ts";
