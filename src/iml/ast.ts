// The syntax tree of Make's mapping language (IML).
//
// A field's value is a *template*: text with `{{ expression }}` in it. The tree keeps everything that was written
// (spacing, quote style, doubled operators), so that printing a parsed template gives back the same bytes. Nodes that
// a program builds leave those details out and are printed in the editor's own style.

/** Half-open range of character offsets in the template's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What every node may carry: where it was read, and the blanks before its first token. Blanks (here and in every
 * `spacing`) are only kept where they differ from what the printer would write. A binary operation or a member access
 * begins with another node, which carries them.
 */
interface Node {
  readonly range?: Range;
  readonly before?: string;
}

/** A whole field: literal text and mappings in order. No part means the empty text. */
export interface Template {
  readonly parts: readonly Part[];
}

export type Part = TextPart | MappingPart;

/** Text outside of `{{ }}`. */
export interface TextPart {
  readonly kind: "text";
  readonly text: string;
  readonly range?: Range;
}

/** One `{{ expression }}`. `{{}}` has no expression and yields nothing. */
export interface MappingPart {
  readonly kind: "mapping";
  readonly expression: Expression | undefined;
  readonly range?: Range;
  /** Blanks before `}}`. */
  readonly after?: string;
}

export type Expression =
  | StringLiteral
  | NumberLiteral
  | Reference
  | Call
  | Member
  | Unary
  | Binary
  | Group
  | Placeholder
  | Invalid;

/** `"text"`; a double quote inside is written twice. Single quotes occur in custom apps. */
export interface StringLiteral extends Node {
  readonly kind: "string";
  readonly value: string;
  readonly quote?: '"' | "'";
}

export interface NumberLiteral extends Node {
  readonly kind: "number";
  readonly value: number;
  /** As written (`1.50`), when that differs from `String(value)`. */
  readonly raw?: string;
}

/** `3.customer.email`, `now`, `var.input.name`, `` `1` ``. */
export interface Reference extends Node {
  readonly kind: "reference";
  readonly root: ModuleRoot | NameRoot;
  readonly path: readonly Segment[];
}

/** The output of the module with this id. A whole bundle (no path) is written in backticks. */
export interface ModuleRoot {
  readonly kind: "module";
  readonly id: number;
  readonly quoted?: boolean;
  /** As written (`007`), when that differs from `String(id)`. */
  readonly raw?: string;
  readonly range?: Range;
}

/** A keyword (`now`, `emptystring`), a variable (`var`), or a bare name. For `quoted` see `PropertySegment`. */
export interface NameRoot {
  readonly kind: "name";
  readonly name: string;
  readonly quoted?: boolean;
  readonly range?: Range;
}

export type Segment = PropertySegment | IndexSegment;

/** `.name`; in backticks when the editor would write it so, unless `quoted` says how it was written. */
export interface PropertySegment {
  readonly kind: "property";
  readonly name: string;
  /** True: in backticks. False: bare, though the editor quotes such a name (`_value`, `0`). */
  readonly quoted?: boolean;
  readonly range?: Range;
  /** Blanks before the dot and after it. */
  readonly spacing?: readonly [string, string];
}

/** `[n]`: 1-based, `-1` is the last item, `[]` the first. */
export interface IndexSegment {
  readonly kind: "index";
  readonly index: Expression | undefined;
  readonly range?: Range;
  /** Blanks before the bracket and before the closing one. */
  readonly spacing?: readonly [string, string];
}

/** `name(a; b; )`. An argument may be empty. */
export interface Call extends Node {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly (Expression | EmptyArgument)[];
  readonly nameRange?: Range;
  /** Blanks before `(`, before each separator, and before `)`. */
  readonly spacing?: readonly string[];
}

/** Nothing between two separators: legal, and different from an empty text. */
export interface EmptyArgument extends Node {
  readonly kind: "empty";
}

/** `.name` or `[n]` behind a call or a group; Make's editor does not write it, exports contain it. */
export interface Member extends Node {
  readonly kind: "member";
  readonly object: Expression;
  readonly path: readonly Segment[];
}

export type UnaryOperator = "-" | "!";
export interface Unary extends Node {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export type BinaryOperator =
  | "|"
  | "||"
  | "&"
  | "&&"
  | "="
  | "=="
  | "==="
  | "!="
  | "!=="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";
export interface Binary extends Node {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly operatorRange?: Range;
  /** Blanks before the operator (those behind it belong to the right operand). */
  readonly spacing?: string;
}

/** `( expression )`. */
export interface Group extends Node {
  readonly kind: "group";
  readonly expression: Expression;
  /** Blanks before `)`. */
  readonly after?: string;
}

/**
 * A hole that its owner fills before printing. It is never parsed and cannot be printed; the language gives it no
 * meaning. A compiler uses it for values that are known only per environment.
 */
export interface Placeholder {
  readonly kind: "placeholder";
  readonly value: unknown;
  readonly range?: undefined;
  readonly before?: undefined;
}

/** What could not be parsed, kept as it was written. The problem itself is reported beside the tree. */
export interface Invalid extends Node {
  readonly kind: "invalid";
  readonly text: string;
}
