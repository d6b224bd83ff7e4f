// When two spellings say the same to Make: a number and its text, a field that is empty and one that is not there, a
// mapping with other blanks in it.

import type { Binary, EmptyArgument, Expression, Segment, Template } from "../iml/ast.ts";
import { findFunction } from "../iml/functions.ts";
import { parseTemplate } from "../iml/parse.ts";
import { printTemplate } from "../iml/print.ts";
import { rewriteTemplate } from "../iml/rewrite.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { isObject } from "../util/is-object.ts";
import { PLAIN_OPERATOR } from "./expressions.ts";

/** Whether Make reads both in the same way. Defaults are not known here. */
export function sameMeaning(a: unknown, b: unknown): boolean {
  if (isNothing(a) && isNothing(b)) return true;
  if (isScalar(a) && isScalar(b) && String(a) === String(b)) return true;
  if (typeof a === "string" && typeof b === "string") {
    if (a.includes("{{") && b.includes("{{")) return plainTemplate(a) === plainTemplate(b);
    return sameJson(a, b);
  }
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameMeaning(item, b[index]));
  if (!isObject(a) || !isObject(b)) return isDeepEqual(a, b);
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameMeaning(own(a, key), own(b, key)));
}

const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** What Make takes as if it were not given. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

const isScalar = (value: unknown): boolean => ["string", "number", "bigint", "boolean"].includes(typeof value);

function sameJson(a: string, b: string): boolean {
  if (!/^\s*[[{]/u.test(a) || !/^\s*[[{]/u.test(b)) return false;
  try {
    return isDeepEqual(JSON.parse(a), JSON.parse(b));
  } catch {
    return false;
  }
}

/** A template in the editor's own style: without its author's blanks, quotes and parentheses. */
function plainTemplate(text: string): string {
  const { template, problems } = parseTemplate(text);
  if (problems.length > 0) return text;
  const bare: Template = rewriteTemplate(template, plainExpression);
  return printTemplate({
    parts: bare.parts.map((part) =>
      part.kind === "text" ? part : { kind: "mapping", expression: part.expression && ungrouped(part.expression) },
    ),
  });
}

function plainExpression(expression: Expression): Expression {
  const { before: _, range: __, ...plain } = expression as Expression & { readonly before?: string };
  switch (plain.kind) {
    case "string":
      return { kind: "string", value: plain.value };
    case "number":
      return { kind: "number", value: plain.value };
    case "group":
      return { kind: "group", expression: plain.expression };
    case "unary":
      return { ...plain, operand: ungrouped(plain.operand) } as Expression;
    case "binary": {
      const { operator, left, right } = plain as Binary;
      const written = (PLAIN_OPERATOR[operator] ?? operator) as Binary["operator"];
      return { kind: "binary", operator: written, left: ungrouped(left), right: ungrouped(right) };
    }
    case "call":
      return {
        kind: "call",
        name: plain.name,
        args: plain.args.map((argument, position) =>
          argument.kind === "empty" ? emptyArgument(plain.name, position) : ungrouped(argument),
        ),
      };
    case "reference": {
      const { root, path } = plain;
      return {
        kind: "reference",
        root: root.kind === "module" ? { kind: "module", id: root.id } : { kind: "name", name: root.name },
        path: path.map(plainSegment),
      };
    }
    case "member":
      return { kind: "member", object: plain.object, path: plain.path.map(plainSegment) };
    default:
      return plain as Expression;
  }
}

/** Where a text has to be given, nothing is read as an empty one. */
function emptyArgument(name: string, position: number): Expression | EmptyArgument {
  const { params = [] } = findFunction(name) ?? {};
  const param = params[Math.min(position, params.length - 1)];
  return param?.type === "text" && !param.optional && !param.orNothing
    ? { kind: "string", value: "" }
    : { kind: "empty" };
}

/** The printer puts parentheses where the order of operators needs them. */
const ungrouped = (expression: Expression): Expression =>
  expression.kind === "group" ? ungrouped(expression.expression) : expression;

const plainSegment = (segment: Segment): Segment => {
  if (segment.kind === "property") return { kind: "property", name: segment.name };
  return {
    kind: "index",
    index: segment.index === undefined ? { kind: "number", value: 1 } : ungrouped(segment.index),
  };
};
