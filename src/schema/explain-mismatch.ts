import { nearest } from "../util/nearest.ts";
import { quote } from "../util/quote.ts";
import { describeValue } from "./describe-value.ts";
import { listOf } from "./list-of.ts";
import type { SchemaError } from "./schema-error.ts";

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "`true` or `false`",
  object: "an object",
  array: "an array",
  null: "`null`",
};

/** What `type`, `const` and `enum` say about one value, each in its own alternative when there are several. */
export function explainMismatch(
  subject: string,
  errors: readonly SchemaError[],
): { readonly message: string; readonly help?: string } {
  const data = errors[0]?.data;
  const types = errors.flatMap(({ keyword, params }) => (keyword === "type" ? [params.type].flat() : []));
  const values = errors.flatMap(({ keyword, params }) => {
    if (keyword === "enum") return params.allowedValues as readonly unknown[];
    return keyword === "const" ? [params.allowedValue] : [];
  });

  const isStructure = typeof data === "object" && data !== null;
  const found = values.length === 0 || isStructure ? describeValue(data) : quoteValue(data);
  const allowed = [...types.map((type) => TYPES[String(type)] ?? String(type)), ...values.map(quoteValue)];
  const help = adviseOn(data, types, values) ?? adviseOnWrapping(data, errors);
  return { message: `${subject} is ${found}, not ${listOf(allowed)}`, ...(help !== undefined && { help }) };
}

const quoteValue = (value: unknown): string => quote(typeof value === "string" ? value : JSON.stringify(value));

function adviseOn(data: unknown, types: readonly unknown[], values: readonly unknown[]): string | undefined {
  if (typeof data === "string") {
    const [meant] = nearest(
      data,
      values.filter((value) => typeof value === "string"),
    );
    return meant === undefined ? adviseOnQuotes(data, types) : `Did you mean ${quote(meant)}?`;
  }
  const isBare = typeof data === "number" || typeof data === "boolean";
  return isBare && values.length === 0 && types.every((type) => type === "string")
    ? "Put it in quotation marks"
    : undefined;
}

/** One value alone, where an object is wanted that needs one: `55` for `{ id: 55 }`. */
function adviseOnWrapping(data: unknown, errors: readonly SchemaError[]): string | undefined {
  const [error, ...others] = errors;
  const required = error?.params.type === "object" && others.length === 0 ? error.parentSchema?.required : undefined;
  const [name, ...more] = Array.isArray(required) ? required : [];
  const isAlone = typeof data === "string" || typeof data === "number" || typeof data === "boolean";
  return isAlone && typeof name === "string" && more.length === 0
    ? `Write \`{ ${name}: ${String(data)} }\``
    : undefined;
}

/** Text that looks like what is wanted. */
export function adviseOnQuotes(text: string, types: readonly unknown[]): string | undefined {
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text) && (types.includes("integer") || types.includes("number"));
  const isBoolean = /^(?:true|false)$/.test(text) && types.includes("boolean");
  return isNumber || isBoolean ? "Remove the quotation marks" : undefined;
}
