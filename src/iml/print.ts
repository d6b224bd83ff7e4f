// Writes trees as text. What was parsed comes out byte for byte; what a program built comes out as Make's editor
// would write it.

import type {
  Call,
  EmptyArgument,
  Expression,
  IndexSegment,
  ModuleRoot,
  NameRoot,
  NumberLiteral,
  Part,
  PropertySegment,
  Segment,
  StringLiteral,
  Template,
} from "./ast.ts";
import { isBareName, isDigits, isPlainName } from "./names.ts";
import { PRECEDENCE } from "./precedence.ts";

/** A name that cannot be written down: backticks around names have no escape, and functions take no backticks. */
export class UnprintableNameError extends Error {
  override readonly name = "UnprintableNameError";
}

export const printTemplate = (template: Template): string => template.parts.map(printPart).join("");

/** The expression without braces, and without the blanks that stood before it. */
export const printExpression = (expression: Expression): string => print(expression, "").trimStart();

function printPart(part: Part): string {
  if (part.kind === "text") return part.text;
  return `{{${part.expression === undefined ? "" : print(part.expression, "")}${part.after ?? ""}}}`;
}

/** `lead` stands before the expression where it does not say itself what blanks do. */
function print(expression: Expression, lead: string): string {
  switch (expression.kind) {
    case "binary": {
      const { operator, left, right, spacing = " " } = expression;
      const precedence = PRECEDENCE[operator];
      const first = precedenceOf(left) < precedence ? parenthesized(left, lead) : print(left, lead);
      const second = precedenceOf(right) <= precedence ? parenthesized(right, " ") : print(right, " ");
      return `${first}${spacing}${operator}${second}`;
    }
    case "member": {
      const { object, path } = expression;
      const stands = object.kind === "call" || object.kind === "group" || object.kind === "string";
      return `${stands ? print(object, lead) : parenthesized(object, lead)}${printPath(path)}`;
    }
    case "placeholder":
      throw new Error("A placeholder must be filled before its expression is printed");
    default:
      return `${expression.before ?? lead}${printPrimary(expression)}`;
  }
}

type Primary = Exclude<Expression, { kind: "binary" | "member" | "placeholder" }>;

function printPrimary(expression: Primary): string {
  switch (expression.kind) {
    case "string":
      return printString(expression);
    case "number":
      return printNumber(expression);
    case "reference":
      return `${printRoot(expression.root, expression.path)}${printPath(expression.path)}`;
    case "call":
      return printCall(expression);
    case "unary": {
      const { operator, operand } = expression;
      return `${operator}${operand.kind === "binary" ? parenthesized(operand, "") : print(operand, "")}`;
    }
    case "group":
      return `(${print(expression.expression, "")}${expression.after ?? ""})`;
    case "invalid":
      return expression.text;
  }
}

const parenthesized = (expression: Expression, lead: string): string => `${lead}(${printExpression(expression)})`;

/** Everything that is no binary operation binds tighter than all of them. */
const precedenceOf = (expression: Expression): number =>
  expression.kind === "binary" ? PRECEDENCE[expression.operator] : Number.POSITIVE_INFINITY;

function printString({ value, quote }: StringLiteral): string {
  return quote === "'" && !value.includes("'") ? `'${value}'` : `"${value.replaceAll('"', '""')}"`;
}

function printNumber({ value, raw }: NumberLiteral): string {
  if (raw !== undefined) return raw;
  if (!Number.isFinite(value)) throw new Error(`A mapping cannot hold the number ${value}`);
  return withoutExponent(String(value));
}

/** `1.5e-7` as `0.00000015`: the language knows no exponents. */
function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", fraction = "", exponent] = match;
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  return sign + (point > 0 ? digits.padEnd(point, "0") : `0.${"0".repeat(-point)}${digits}`);
}

function printRoot(root: ModuleRoot | NameRoot, path: readonly Segment[]): string {
  if (root.kind === "name") return printName(root);
  const id = root.raw ?? String(root.id);
  return (root.quoted ?? path.length === 0) ? `\`${id}\`` : id;
}

function printName({ name, quoted }: NameRoot | PropertySegment): string {
  const isBare = quoted === undefined ? isPlainName(name) : !quoted && isBareName(name);
  if (isBare) return name;
  if (name.includes("`"))
    throw new UnprintableNameError(`Make cannot write the name ${JSON.stringify(name)}: it has a backtick`);
  return `\`${name}\``;
}

const printPath = (path: readonly Segment[]): string =>
  path.map((segment) => (segment.kind === "property" ? printProperty(segment) : printIndex(segment))).join("");

function printProperty(segment: PropertySegment): string {
  const [before, after] = segment.spacing ?? ["", ""];
  return `${before}.${after}${printName(segment)}`;
}

function printIndex({ index, spacing = ["", ""] }: IndexSegment): string {
  return `${spacing[0]}[${index === undefined ? "" : print(index, "")}${spacing[1]}]`;
}

function printCall({ name, args, spacing = [] }: Call): string {
  if (!name.split(".").every((part) => isBareName(part) && !isDigits(part))) {
    throw new UnprintableNameError(`Make cannot call a function named ${JSON.stringify(name)}`);
  }
  const blanks = (position: number) => spacing[position] ?? "";
  const printed = args.map((argument, position) => printArgument(argument, position === 0 ? "" : " "));
  const list = printed.map((text, position) => text + blanks(position + 1)).join(";");
  return `${name}${blanks(0)}(${args.length === 0 ? blanks(1) : list})`;
}

function printArgument(argument: Expression | EmptyArgument, lead: string): string {
  return argument.kind === "empty" ? (argument.before ?? lead) : print(argument, lead);
}
