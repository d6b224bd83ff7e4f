// Make's mapping language by itself: parse, print, check.

export type * from "./iml/ast.ts";
export { checkTemplate } from "./iml/check.ts";
export { findFunction, functions } from "./iml/functions.ts";
export { findOperator, operators } from "./iml/operators.ts";
export { parseTemplate } from "./iml/parse.ts";
export { printExpression, printTemplate } from "./iml/print.ts";
export { expressionReferences, templateReferences } from "./iml/references.ts";
export { rewriteExpression, rewriteTemplate } from "./iml/rewrite.ts";
