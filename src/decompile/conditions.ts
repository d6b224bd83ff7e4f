import type { Comparison, Condition } from "../model/conditions.ts";
import { isExpr } from "../model/expression.ts";
import { type Code, callCode, listCode, objectCode, textCode } from "./code.ts";
import { coerced, type Written } from "./expressions.ts";
import type { Imports } from "./imports.ts";
import type { Values } from "./lift.ts";
import { BOOLEAN, DATE, fits, LIST, NUMBER, STRING, type Type, UNKNOWN } from "./type.ts";

type Family = readonly [name: string, operand: Type, argument: string, methods: Readonly<Record<string, string>>];

const IGNORE_CASE = objectCode([{ name: "ignoreCase", value: "true" }]);

const ORDER = { equal: "equals", notequal: "notEquals" };

/** The words of the DSL for Make's operators, by family. */
const FAMILIES: Readonly<Record<string, Family>> = {
  text: [
    "text",
    STRING,
    "string",
    {
      ...ORDER,
      contain: "contains",
      notcontain: "notContains",
      startwith: "startsWith",
      notstartwith: "notStartsWith",
      endwith: "endsWith",
      notendwith: "notEndsWith",
      pattern: "matches",
      notpattern: "notMatches",
    },
  ],
  number: [
    "number",
    NUMBER,
    "number",
    { ...ORDER, greater: "greaterThan", less: "lessThan", greaterorequal: "atLeast", lessorequal: "atMost" },
  ],
  date: [
    "date",
    DATE,
    "Date",
    { ...ORDER, greater: "after", less: "before", greaterorequal: "notBefore", lessorequal: "notAfter" },
  ],
  time: [
    "time",
    STRING,
    "string",
    { ...ORDER, greater: "after", less: "before", greaterorequal: "notBefore", lessorequal: "notAfter" },
  ],
  semver: [
    "version",
    STRING,
    "string",
    { ...ORDER, greater: "newerThan", less: "olderThan", greaterorequal: "notOlderThan", lessorequal: "notNewerThan" },
  ],
  boolean: ["boolean", BOOLEAN, "boolean", ORDER],
};
const LIST_METHODS: Readonly<Record<string, readonly [method: string, operand: Type]>> = {
  contain: ["contains", UNKNOWN],
  notcontain: ["notContains", UNKNOWN],
  equal: ["lengthEquals", NUMBER],
  notequal: ["lengthNotEquals", NUMBER],
  greater: ["longerThan", NUMBER],
  less: ["shorterThan", NUMBER],
  greaterorequal: ["lengthAtLeast", NUMBER],
  lessorequal: ["lengthAtMost", NUMBER],
};

/** Operators come from a file: none of them may be taken for what every object has. */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The code of a condition. */
export function conditionCode({ groups }: Condition, values: Values, imports: Imports): Code {
  const oneOf = oneOfCode(groups, values, imports);
  if (oneOf) return oneOf;
  const written = groups.map((group) => {
    const codes = group.map((comparison) => comparisonCode(comparison, values, imports));
    return codes.length === 1 ? (codes[0] as Code) : callCode(imports.use("all"), codes);
  });
  return written.length === 1 ? (written[0] as Code) : callCode(imports.use("any"), written);
}

/** Several texts that one value may equal. */
function oneOfCode(groups: Condition["groups"], values: Values, imports: Imports): Code | undefined {
  const compared = equalities(groups, values);
  if (compared === undefined || groups.length < 2) return undefined;
  const { value, answers, ignoreCase } = compared;
  const a = textOperand(value, answers, imports);
  return callCode(
    [imports.use("text"), ".isOneOf"],
    [a, listCode(answers.map(textCode)), ...(ignoreCase ? [IGNORE_CASE] : [])],
  );
}

export interface Equalities {
  readonly value: Written;
  readonly answers: readonly string[];
  readonly ignoreCase: boolean;
}

/** The texts that one value is compared with, where groups ask nothing else. */
export function equalities(groups: Condition["groups"], { written }: Values): Equalities | undefined {
  const answers: string[] = [];
  let first: { readonly value: Written; readonly o: string; readonly key: string } | undefined;
  for (const [comparison, ...more] of groups) {
    if (comparison === undefined || more.length > 0) return undefined;
    const { a, o, b } = comparison;
    if ((o !== "text:equal" && o !== "text:equal:ci") || typeof b !== "string" || b.includes("{{")) return undefined;
    const value = isExpr(a) ? written(a) : undefined;
    if (value?.field === undefined) return undefined;
    const key = JSON.stringify(value.code);
    first ??= { value, o, key };
    if (first.o !== o || first.key !== key) return undefined;
    answers.push(b);
  }
  return first && { value: first.value, answers, ignoreCase: first.o.endsWith(":ci") };
}

/** A value that is compared with texts; one of fixed choices may only be compared with these. */
export function textOperand(value: Written, texts: readonly string[], imports: Imports): Code {
  const { type } = value;
  // From what is of no type, TypeScript would take the type of the texts.
  if (type.kind === "never" && !value.isAny) return callCode([imports.use("coerce"), "<string>"], [value.code]);
  const isChoice = type.kind === "options" && fits(type, STRING);
  if (isChoice && texts.every((text) => type.options.includes(text))) return value.code;
  return isChoice
    ? callCode([imports.use("coerce"), "<string>"], [value.code])
    : coerced(value, STRING, imports, "string");
}

function comparisonCode(comparison: Comparison, values: Values, imports: Imports): Code {
  return wordsFor(comparison, values, imports) ?? rawCode(comparison, values, imports);
}

function rawCode({ a, o, b }: Comparison, { code }: Values, imports: Imports): Code {
  const operands = b === undefined ? [code(a)] : [code(a), code(b)];
  return callCode([imports.use("raw"), ".condition"], [textCode(o), ...operands]);
}

function wordsFor({ a, o, b }: Comparison, values: Values, imports: Imports): Code | undefined {
  const left = isExpr(a) ? values.written(a) : undefined;
  if (left === undefined) return undefined;
  if (o === "exist" || o === "notexist") {
    const nothing = b === undefined || b === "" || b === null;
    return nothing ? callCode(imports.use(o === "exist" ? "exists" : "notExists"), [left.code]) : undefined;
  }
  if (b === undefined) return undefined;
  const [name = "", operator = "", flag] = o.split(":");
  const ignoreCase = flag === "ci" ? [IGNORE_CASE] : [];
  if (name === "array") {
    const [method, operand] = own(LIST_METHODS, operator) ?? [];
    if (method === undefined || operand === undefined || (flag !== undefined && operand !== UNKNOWN)) return undefined;
    const right = operandCode(b, operand, values, imports);
    if (right === undefined) return undefined;
    const list = coerced(left, LIST, imports, "unknown[]");
    const item = left.type.kind === "list" ? left.type.item : UNKNOWN;
    const fitting =
      operand === UNKNOWN && item.kind !== "unknown"
        ? callCode([imports.use("coerce"), "<unknown[]>"], [left.code])
        : list;
    return callCode([imports.use("array"), `.${method}`], [fitting, right, ...ignoreCase]);
  }
  const family = own(FAMILIES, name);
  const method = family && own(family[3], operator);
  if (family === undefined || method === undefined || (flag !== undefined && (flag !== "ci" || name !== "text")))
    return undefined;
  const [word, operand, argument] = family;
  const right = operandCode(b, operand, values, imports);
  if (right === undefined) return undefined;
  const generic = name === "text" && (operator === "equal" || operator === "notequal");
  const code = generic
    ? textOperand(left, typeof b === "string" ? [b] : [""], imports)
    : coerced(left, operand, imports, argument);
  if (name === "boolean" && operator === "equal" && (right === "true" || right === "false"))
    return callCode([imports.use("boolean"), `.${right === "true" ? "isTrue" : "isFalse"}`], [code]);
  return callCode([imports.use(word), `.${method}`], [code, right, ...ignoreCase]);
}

/** The right side; nothing when it is no value that the comparison takes. */
function operandCode(b: unknown, operand: Type, { written, code }: Values, imports: Imports): Code | undefined {
  if (isExpr(b)) {
    const value = written(b);
    return value && coerced(value, operand, imports);
  }
  switch (operand.kind) {
    case "string":
      return typeof b === "string" ? code(b) : undefined;
    case "number":
      if (typeof b === "number") return String(b);
      return typeof b === "string" && Number.isFinite(Number(b)) && String(Number(b)) === b ? b : undefined;
    case "boolean":
      return b === true || b === "true" ? "true" : b === false || b === "false" ? "false" : undefined;
    case "unknown":
      return typeof b === "string" || typeof b === "number" || typeof b === "boolean" ? code(b) : undefined;
    default:
      return undefined;
  }
}
