// From mappings to the TypeScript that makes them. Each expression comes with its type, so that a value which Make
// converts at run time is handed over with `coerce`. What has no words is written as mapping text, with typed values
// put in; what not even that can hold is left as text.

import type { Binary, Call, Expression, Part, Reference, Segment, Template } from "../iml/ast.ts";
import { property } from "../iml/build.ts";
import type { Parameter } from "../iml/define-function.ts";
import { findFunction } from "../iml/functions.ts";
import { walkTemplate } from "../iml/walk.ts";
import { type Code, callCode, memberCode, templateCode, textCode } from "./code.ts";
import type { Imports } from "./imports.ts";
import { type Output, pathOf } from "./output.ts";
import {
  argumentType,
  BOOLEAN,
  DATE,
  fits,
  LIST,
  listOf,
  NEVER,
  NUMBER,
  resultType,
  STRING,
  type Type,
  UNKNOWN,
  union,
} from "./type.ts";

/** A value in the source: its code, and what TypeScript takes it for. */
export interface Written {
  readonly code: Code;
  readonly type: Type;
  /** TypeScript takes it for anything, and does not ask any more. */
  readonly isAny?: true;
  /** The field that it is, if it is nothing else: what it is used for tells its type. */
  readonly field?: { readonly output: Output; readonly path: ReturnType<typeof pathOf> };
}

/** What a reference to a module stands for where it stands. */
export interface Source {
  readonly code: Code;
  readonly output: Output;
}

/** What can be named at a place of a scenario. */
export interface Scope {
  /** The inputs of the scenario, where they are declared. */
  readonly inputs: Source | undefined;
  /** The step with this id; nothing when its output cannot be read here. */
  source(id: number, firstName: string | undefined): (Source & { readonly skip: number }) | undefined;
}

/** The words of the DSL for keywords; literals among them are JavaScript's own. */
const KEYWORDS: Readonly<Record<string, readonly [name: string, member: string | undefined, type: Type]>> = {
  now: ["now", undefined, DATE],
  timestamp: ["timestamp", undefined, NUMBER],
  uuid: ["uuid", undefined, STRING],
  random: ["random", undefined, NUMBER],
  pi: ["pi", undefined, NUMBER],
  executionId: ["executionId", undefined, STRING],
  ignore: ["keywords", "ignore", NEVER],
  erase: ["keywords", "erase", NEVER],
  emptystring: ["keywords", "emptyText", STRING],
  emptyarray: ["keywords", "emptyList", listOf(NEVER)],
  space: ["keywords", "space", STRING],
  nbsp: ["keywords", "noBreakSpace", STRING],
  tab: ["keywords", "tab", STRING],
  newline: ["keywords", "newline", STRING],
  carriagereturn: ["keywords", "carriageReturn", STRING],
};

const OPERATORS: Readonly<Record<string, readonly [name: string, operand: Type, result: Type]>> = {
  "-": ["subtract", NUMBER, NUMBER],
  "*": ["multiply", NUMBER, NUMBER],
  "/": ["divide", NUMBER, NUMBER],
  "%": ["modulo", NUMBER, NUMBER],
  "=": ["equal", UNKNOWN, BOOLEAN],
  "!=": ["notEqual", UNKNOWN, BOOLEAN],
  "&": ["and", UNKNOWN, BOOLEAN],
  "|": ["or", UNKNOWN, BOOLEAN],
};
const ORDERS: Readonly<Record<string, string>> = {
  "<": "less",
  "<=": "lessOrEqual",
  ">": "greater",
  ">=": "greaterOrEqual",
};

/** Operators that Make writes in more than one way. */
export const PLAIN_OPERATOR: Readonly<Record<string, string>> = {
  "==": "=",
  "===": "=",
  "!==": "!=",
  "&&": "&",
  "||": "|",
};

/** The template as a value; nothing when it reads what cannot be named here. */
export function templateValue(template: Template, text: string, scope: Scope, imports: Imports): Written | undefined {
  const [only] = template.parts;
  if (template.parts.length === 1 && only?.kind === "mapping") {
    return partValue(only, text, scope, imports);
  }
  const pieces: (string | { readonly value: Code })[] = [];
  for (const part of template.parts) {
    if (part.kind === "text") {
      // Braces in text would be read as a mapping.
      if (part.text.includes("{{")) return undefined;
      pieces.push(part.text);
      continue;
    }
    const value = partValue(part, text, scope, imports);
    if (value === undefined) return undefined;
    pieces.push({ value: value.code });
  }
  return { code: templateCode(imports.use("iml"), pieces), type: STRING };
}

type MappingPart = Extract<Part, { kind: "mapping" }>;

function partValue(part: MappingPart, text: string, scope: Scope, imports: Imports): Written | undefined {
  const { expression } = part;
  const written = expression && createWriter(scope, imports)(expression);
  // A literal on its own would be taken for plain data, which is written without braces.
  if (written && isLiteral(expression)) {
    const { type, code } = written;
    const named = type.kind === "number" || type.kind === "boolean" ? type : STRING;
    return { code: callCode([imports.use("coerce"), `<${named.kind}>`], [code]), type: named };
  }
  if (written) return written;
  return rawText(part, text, scope, imports);
}

const isLiteral = (expression: Expression): boolean =>
  expression.kind === "string" ||
  expression.kind === "number" ||
  (expression.kind === "unary" && isLiteral(expression.operand)) ||
  (expression.kind === "group" && isLiteral(expression.expression)) ||
  (expression.kind === "reference" &&
    expression.root.kind === "name" &&
    ["true", "false", "null"].includes(expression.root.name));

/** Mapping text as it is, with the outputs that it reads put in. */
function rawText(part: MappingPart, text: string, scope: Scope, imports: Imports): Written | undefined {
  const { range } = part;
  if (range === undefined) return undefined;
  const references: Reference[] = [];
  walkTemplate({ parts: [part] }, (expression) => {
    if (expression.kind === "reference" && expression.root.kind === "module") references.push(expression);
  });
  const pieces: (string | { readonly value: Code })[] = [];
  let position = range.start;
  for (const { root, path } of references) {
    if (root.kind !== "module" || root.range === undefined) return undefined;
    const [first] = path;
    const source = scope.source(root.id, first?.kind === "property" ? first.name : undefined);
    // Inside of a path's brackets a reference stands within another one.
    const last = source === undefined || source.skip === 0 ? root.range : path[source.skip - 1]?.range;
    if (source === undefined || last === undefined || root.range.start < position) return undefined;
    pieces.push(text.slice(position, root.range.start), { value: source.code });
    position = last.end;
  }
  pieces.push(text.slice(position, range.end));
  return { code: templateCode([imports.use("raw"), ".text"], pieces), type: UNKNOWN };
}

/** Writes expressions; gives nothing for what the DSL has no words for. */
function createWriter(scope: Scope, imports: Imports): (expression: Expression) => Written | undefined {
  function write(expression: Expression): Written | undefined {
    switch (expression.kind) {
      case "string":
        return { code: textCode(expression.value), type: STRING };
      case "number":
        return expression.raw === undefined || String(expression.value) === expression.raw
          ? { code: String(expression.value), type: NUMBER }
          : undefined;
      case "group":
        return write(expression.expression);
      case "unary": {
        if (expression.operator === "-" && expression.operand.kind === "number") {
          const positive = write(expression.operand);
          return positive && { code: ["-", positive.code], type: NUMBER };
        }
        const operand = write(expression.operand);
        if (operand === undefined) return undefined;
        const negates = expression.operator === "-";
        const wanted = negates ? NUMBER : UNKNOWN;
        return {
          code: callCode([imports.use("op"), `.${negates ? "negate" : "not"}`], [coerced(operand, wanted, imports)]),
          type: negates ? NUMBER : BOOLEAN,
        };
      }
      case "binary":
        return writeBinary(expression);
      case "reference":
        return writeReference(expression);
      case "call":
        return writeCall(expression);
      case "member":
      case "invalid":
      case "placeholder":
        return undefined;
    }
  }

  function writeBinary({ operator, left, right }: Binary): Written | undefined {
    const plain = PLAIN_OPERATOR[operator] ?? operator;
    const [a, b] = [write(left), write(right)];
    if (a === undefined || b === undefined) return undefined;
    const order = ORDERS[plain];
    const call = (name: string, wantedA: Type, wantedB: Type, type: Type): Written => ({
      code: callCode([imports.use("op"), `.${name}`], [coerced(a, wantedA, imports), coerced(b, wantedB, imports)]),
      type,
    });
    if (plain === "+") {
      const adds = [a, b].every((side) => isOpen(side) || fits(side.type, NUMBER));
      return adds ? call("add", NUMBER, NUMBER, NUMBER) : call("join", UNKNOWN, UNKNOWN, STRING);
    }
    if (order !== undefined) {
      const wanted = [a, b].some(({ type }) => type.kind === "Date") ? DATE : NUMBER;
      return call(order, wanted, wanted, BOOLEAN);
    }
    const known = OPERATORS[plain];
    return known && call(known[0], known[1], known[1], known[2]);
  }

  function writeReference({ root, path }: Reference): Written | undefined {
    const input = root.kind === "name" && root.name === "var" ? path[0] : undefined;
    if (scope.inputs && input?.kind === "property" && input.name === "input")
      return writePath(scope.inputs, path.slice(1));
    if (root.kind === "name")
      return path.length === 0 && !root.quoted ? writeName(root.name) : writeVariable(root.name, path);
    const [first] = path;
    const source = scope.source(root.id, first?.kind === "property" ? first.name : undefined);
    return source && writePath(source, path.slice(source.skip));
  }

  function writePath(source: Source, path: readonly Segment[]): Written | undefined {
    const rest = path.map((segment, position) => aliased(segment, position, source.output));
    const names = pathOf(rest);
    const type = source.output.use(names);
    if (type === undefined) return undefined;
    let code: Code = source.code;
    for (const segment of rest) {
      if (segment.kind === "property") {
        code = memberCode(code, segment.name);
        continue;
      }
      const { index } = segment;
      if (index === undefined || (index.kind === "number" && index.value === 1)) code = [code, ".first()"];
      else if (index.kind === "unary" && index.operand.kind === "number" && index.operand.value === 1)
        code = [code, ".last()"];
      else if (index.kind === "number") code = callCode([code, ".at"], [String(index.value)]);
      else {
        // A text in brackets is the name of a field.
        const position = index.kind === "string" ? undefined : write(index);
        if (position === undefined) return undefined;
        code = callCode([code, ".at"], [coerced(position, NUMBER, imports)]);
      }
    }
    return { code, type, field: { output: source.output, path: names } };
  }

  function writeName(name: string): Written | undefined {
    if (name === "true" || name === "false") return { code: name, type: BOOLEAN };
    if (name === "null") return { code: "null", type: UNKNOWN };
    const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name] : undefined;
    if (keyword === undefined) return undefined;
    const [imported, member, type] = keyword;
    const code = imports.use(imported);
    return { code: member === undefined ? code : [code, `.${member}`], type };
  }

  /** `var.organization.rate`, `var.scenario.url`. */
  function writeVariable(root: string, path: Reference["path"]): Written | undefined {
    const names = path.map((segment) => (segment.kind === "property" ? segment.name : undefined));
    const [kind, name, ...more] = names;
    if (root !== "var" || typeof name !== "string" || more.length > 0) return undefined;
    if (kind === "organization" || kind === "team")
      return { code: callCode(imports.use(`${kind}Variable`), [textCode(name)]), type: STRING };
    const isKnown = ["name", "url", "executionId", "executionUrl"].includes(name);
    return kind === "scenario" && isKnown
      ? { code: [imports.use("thisScenario"), `.${name}`], type: STRING }
      : undefined;
  }

  function writeCall({ name, args }: Call): Written | undefined {
    const declared = findFunction(name);
    if (declared === undefined || declared.name !== name) return undefined;
    const { params, returns, minimum, maximum } = declared;
    if (args.length < minimum || args.length > maximum) return undefined;
    const follows = typeof returns === "object" ? returns : {};
    const written: Written[] = [];
    const codes: Code[] = [];
    for (const [position, argument] of args.entries()) {
      const param = params[Math.min(position, params.length - 1)];
      const types = [param?.type ?? "any"].flat();
      const value = argument.kind === "empty" ? emptyArgument(param) : write(argument);
      if (value === undefined) return undefined;
      const isItemSource = "itemOf" in follows && follows.itemOf === param?.name;
      const isSame = "sameAs" in follows && (follows.sameAs as readonly string[]).includes(param?.name ?? "");
      const wanted = isItemSource || (isSame && types[0] === "array") ? LIST : isSame ? UNKNOWN : argumentType(types);
      written.push(value);
      codes.push(coerced(value, wanted, imports));
    }
    return { code: callCode([imports.use("fn"), `.${name}`], codes), type: callType(declared, written) };
  }

  return write;
}

/** Where a text has to be given, nothing is read as an empty one. */
const emptyArgument = (param: Parameter | undefined): Written | undefined =>
  param?.type === "text" && !param.optional && !param.orNothing ? { code: textCode(""), type: STRING } : undefined;

function callType(
  { name, params, returns }: NonNullable<ReturnType<typeof findFunction>>,
  args: readonly Written[],
): Type {
  if (typeof returns === "string") return resultType(returns);
  const at = (parameter: string): Written | undefined => args[params.findIndex((param) => param.name === parameter)];
  if ("itemOf" in returns) {
    const type = at(returns.itemOf)?.type;
    return type?.kind === "list" ? type.item : UNKNOWN;
  }
  if ("arrayOf" in returns) return listOf(resultType(returns.arrayOf === "any" ? "any" : returns.arrayOf));
  const sources = returns.sameAs.map((parameter) => {
    const type = at(parameter)?.type ?? UNKNOWN;
    const takesList = [params.find((param) => param.name === parameter)?.type].flat()[0] === "array";
    return takesList && type.kind !== "list" ? LIST : type;
  });
  // TypeScript widens what it takes from literals and fields alike only where all are of one type.
  return name === "if" || name === "ifempty" ? union(sources) : (sources[0] ?? UNKNOWN);
}

/** A field by the name that authors have for it. */
function aliased(segment: Segment, position: number, { aliases }: Output): Segment {
  const alias = position === 0 && segment.kind === "property" ? aliases.get(segment.name) : undefined;
  return alias === undefined ? segment : property(alias);
}

/** Whether a value's type is settled by what it is used for. */
const isOpen = ({ field, type }: Written): boolean =>
  field !== undefined && (type.kind === "string" || type.kind === "unknown") && isUnsettled(field);
const isUnsettled = ({ output, path }: NonNullable<Written["field"]>): boolean => output.isOpen(path);

/** The code of a value where a type is asked for. */
export function coerced(written: Written, wanted: Type, imports: Imports, argument?: string): Code {
  const { code, type, field } = written;
  if (field && wanted.kind !== "unknown") {
    field.output.expect(field.path, wanted);
    const settled = field.output.use(field.path) ?? type;
    if (fits(settled, wanted)) return code;
  }
  if (fits(type, wanted)) return code;
  return callCode([imports.use("coerce"), argument === undefined ? "" : `<${argument}>`], [code]);
}
