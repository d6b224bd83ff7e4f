import { isObject } from "./is-object.ts";

/** A value as JSON text, each level `indent` further in (none: all on one line). Every digit of a `bigint` is written. */
export function writeJson(value: unknown, indent = ""): string {
  try {
    return JSON.stringify(value, null, indent);
  } catch (error) {
    // This is all that tells of a `bigint`; hardly any value has one, and the others need not wait.
    if (error instanceof TypeError && holdsBigint(value)) return write(value, indent, "\n");
    throw error;
  }
}

const holdsBigint = (value: unknown): boolean =>
  typeof value === "bigint" || (typeof value === "object" && value !== null && Object.values(value).some(holdsBigint));

function write(value: unknown, indent: string, lineEnd: string): string {
  if (typeof value === "bigint") return String(value);
  const inner = `${lineEnd}${indent}`;
  const [before, after, colon] = indent === "" ? ["", "", ":"] : [inner, lineEnd, ": "];
  const enclosed = (open: string, items: readonly string[], close: string): string =>
    items.length === 0 ? open + close : `${open}${before}${items.join(`,${before}`)}${after}${close}`;
  if (Array.isArray(value))
    return enclosed(
      "[",
      value.map((item) => write(item ?? null, indent, inner)),
      "]",
    );
  if (!isObject(value)) return JSON.stringify(value);
  const properties = Object.entries(value).filter(([, item]) => item !== undefined);
  return enclosed(
    "{",
    properties.map(([key, item]) => `${JSON.stringify(key)}${colon}${write(item, indent, inner)}`),
    "}",
  );
}
