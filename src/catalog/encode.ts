// From what an author gives to data that can stand in a blueprint.

import type { Data } from "../blueprint/blueprint.ts";
import type { Condition } from "../model/conditions.ts";
import { type Expr, isExpr } from "../model/expression.ts";

/** A value that cannot be written into a blueprint; the message says which and why. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}

/** Data as it is: expressions stay, dates become ISO 8601, what is undefined is left out. */
export function encodeData(input: unknown): Data<Expr<unknown>> {
  if (isExpr(input)) return input;
  if (input instanceof Date) return input.toISOString();
  if (Array.isArray(input)) return input.map(encodeData);
  switch (typeof input) {
    case "string":
      return plainText(input);
    case "number":
      if (Number.isFinite(input)) return input;
      break;
    case "boolean":
    case "bigint":
      return input;
    case "object": {
      if (input === null) return null;
      const written: Record<string, Data<Expr<unknown>>> = {};
      for (const [key, value] of Object.entries(input)) if (value !== undefined) written[key] = encodeData(value);
      return written;
    }
  }
  throw new InputError(
    `\`${String(input)}\` cannot stand in a blueprint`,
    "Give text, a number, true, false, null, a list or an object",
  );
}

/** Braces in plain text would be read as a mapping by Make. */
export function plainText(input: string): string {
  if (!input.includes("{{")) return input;
  throw new InputError(
    `The plain text \`${input}\` holds \`{{\`, which Make reads as a mapping`,
    "Write iml`…${value}…` with the value itself, or raw.text`{{…}}` for mapping text as it is",
  );
}

/** `{ A: x, C: y }` to `{ "0": x, "2": y }`. */
export function columnKeys(input: unknown): Data<Expr<unknown>> {
  const written: Record<string, Data<Expr<unknown>>> = {};
  for (const [letters, value] of Object.entries(input as Readonly<Record<string, unknown>>)) {
    if (!/^[A-Z]{1,3}$/u.test(letters)) {
      throw new InputError(`\`${letters}\` is no column of a spreadsheet`, "Name columns by their letters: A, B, … AA");
    }
    const position = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    if (value !== undefined) written[String(position)] = encodeData(value);
  }
  return written;
}

/** `{ Accept: x }` to `[{ name: "Accept", value: x }]`. */
export const encodePairs =
  (nameKey: string) =>
  (input: unknown): Data<Expr<unknown>> =>
    isExpr(input) || Array.isArray(input)
      ? encodeData(input)
      : Object.entries(input as object)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => ({ [nameKey]: plainText(name), value: encodeData(value) }));

/** A condition as or-of-ands, the only form that Make has. */
export const encodeConditions = (input: unknown): Data<Expr<unknown>> =>
  (input as Condition).groups.map((group) =>
    group.map(({ a, o, b }) => (b === undefined ? { a: encodeData(a), o } : { a: encodeData(a), o, b: encodeData(b) })),
  );
