import type { Range } from "./ast.ts";

/** Something else in the place of a part of a template. */
export interface ImlEdit {
  /** Offsets in the template's text. */
  readonly range: Range;
  readonly text: string;
}

/** Something wrong with a template. Codes are stable: rules are chosen by them. */
export interface ImlProblem {
  readonly code: ImlProblemCode;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  /** Offsets in the template's text. */
  readonly range: Range;
  /** What was most likely meant, where one thing clearly was. */
  readonly edits?: readonly ImlEdit[];
}

/** What makes a mapping unreadable; found by `parseTemplate`. */
export type SyntaxProblemCode =
  | "array-literal"
  | "backslash"
  | "comma-separator"
  | "doubled-braces"
  | "infix-word"
  | "method-call"
  | "missing-operand"
  | "missing-operator"
  | "nested-mapping"
  | "object-literal"
  | "smart-quotes"
  | "too-complex"
  | "unclosed-bracket"
  | "unclosed-mapping"
  | "unclosed-quote"
  | "unexpected-character"
  | "unknown-operator"
  | "unmatched-bracket"
  | "unquoted-name";

/** What can be read but fails or goes wrong when Make runs it; found by `checkTemplate`. */
export type MeaningProblemCode =
  | "bare-module-number"
  | "braces-in-text"
  | "double-equals"
  | "empty-replacement"
  | "index-zero"
  | "invalid-regex"
  | "member-of-call"
  | "slow-regex"
  | "unknown-function"
  | "unknown-name"
  | "wrong-argument-count"
  | "wrong-argument-type"
  | "wrong-date-token";

export type ImlProblemCode = SyntaxProblemCode | MeaningProblemCode;
