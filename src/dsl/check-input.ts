// What Make would refuse in the input of a module, as far as it can be told before anything runs. Types tell most of it;
// this also holds for files whose types nobody checked.

import { type FieldSpec, type Fields, unsaidValue } from "../catalog/field.ts";
import { unknownFields } from "../catalog/form.ts";
import type { ModuleDeclaration } from "../catalog/module.ts";
import { isExpr } from "../model/expression.ts";
import { nearest } from "../util/nearest.ts";

export interface InputMistake {
  readonly message: string;
  readonly help: string;
}

/**
 * Fields that are missing, and numbers out of their bounds. Values that are known only at run time are not judged. A
 * field that was misspelt is not missing: the form says what it is called.
 */
export function checkInput(
  declaration: ModuleDeclaration,
  input: Readonly<Record<string, unknown>>,
): readonly InputMistake[] {
  const { parameters, mapper, certain } = declaration;
  const meant = unknownFields(declaration, input).map((field) => field.meant);
  return [parameters, mapper ?? {}, certain?.fields ?? {}].flatMap((fields) => checkFields(fields, input, meant));
}

const checkFields = (
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
  meant: readonly (string | undefined)[],
): readonly InputMistake[] =>
  Object.entries(fields).flatMap(([key, { spec }]) => {
    const name = spec.name ?? key;
    const value = input[name];
    if (value === undefined && spec.required && unsaidValue(spec, input) === undefined)
      return meant.includes(name) ? [] : [{ message: `\`${name}\` is missing`, help: `Give it: ${spec.label}` }];
    return checkResource(name, value, spec) ?? checkChoice(name, value, spec) ?? checkNumber(name, value, spec) ?? [];
  });

/** The functions that make symbols for what has an id in an account, by the beginning of the field's type. */
const SYMBOLS: Readonly<Record<string, string>> = {
  account: "connection",
  hook: "webhook",
  keychain: "key",
  datastore: "dataStoreId",
  udt: "dataStructure",
};

/** Connections and the like are symbols; a plain text or number would be printed as if it were an id. */
function checkResource(name: string, value: unknown, { type }: FieldSpec): InputMistake | undefined {
  const symbol = SYMBOLS[type.split(":")[0] ?? ""];
  if (symbol === undefined || value === undefined || isExpr(value)) return undefined;
  const shown = typeof value === "string" ? value : "name";
  return {
    message: `\`${name}\` is ${typeof value === "string" ? `the text \`${value}\`` : "no symbol"}`,
    help: `Write ${symbol}("${shown}"), and its id into the environment`,
  };
}

/** A choice that is written down must be one of those that there are. */
function checkChoice(name: string, value: unknown, { options, multiple }: FieldSpec): InputMistake | undefined {
  if (options === undefined || multiple || value === undefined || isExpr(value)) return undefined;
  if (options.some((option) => option === value)) return undefined;
  const words = options.map(String);
  const [similar] = nearest(String(value), words);
  return {
    message: `\`${name}\` is \`${String(value)}\`, which is no choice`,
    help: similar === undefined ? `Choose one of ${words.join(", ")}` : `Did you mean \`${similar}\`?`,
  };
}

/** What is wrong with a number, if it is one that is known already. */
export function checkNumber(
  name: string,
  value: unknown,
  { type, min = type === "uinteger" ? 0 : undefined, max }: FieldSpec,
): InputMistake | undefined {
  if (typeof value !== "number") return undefined;
  const isWhole = type === "integer" || type === "uinteger";
  const kind = isWhole ? "a whole number" : "a number";
  const range = min === undefined ? "" : max === undefined ? `, ${min} or more` : ` from ${min} to ${max}`;
  const help = `Give ${kind}${range}`;
  if (isWhole && !Number.isInteger(value)) return { message: `\`${name}\` is ${value}, which is not whole`, help };
  if (min !== undefined && value < min) return { message: `\`${name}\` is ${value}, less than ${min}`, help };
  if (max !== undefined && value > max) return { message: `\`${name}\` is ${value}, more than ${max}`, help };
  return undefined;
}
