// JSON inside of a text field. Make replaces `{{…}}` in the text without a thought for JSON: a quote or a line break in
// a value would end the string that it stands in. So every mapped value is escaped by functions of the mapping language
// itself; `replace` with a regular expression and the flag `g` is the one form whose reach is beyond doubt.

import type { Data, DataObject } from "../blueprint/blueprint.ts";
import type { Expression, Part, Placeholder } from "../iml/ast.ts";
import { call, string } from "../iml/build.ts";
import { type Binding, bindingOf } from "../model/binding.ts";
import { type Expr, expr, isExpr, templateOf } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";
import { writeJson } from "../util/write-json.ts";
import { encodeData, plainText } from "./encode.ts";

/** Each step of making a text fit between JSON's quotes; backslashes must come before those that the others add. */
const ESCAPES: readonly (readonly [pattern: string, replacement: string])[] = [
  ['/["\\\\]/g', "\\$&"],
  ["/\\r?\\n|\\r/g", "\\n"],
  ["/\\t/g", "\\t"],
];

/** The expression's text, fit to stand between the quotes of a JSON string. */
const escapedForJson = (expression: Expression): Expression =>
  ESCAPES.reduce(
    (inner, [pattern, replacement]) => call("replace", inner, string(pattern), string(replacement)),
    expression,
  );

/** Writes data as JSON text. Mapped values become JSON strings; a mapping alone is taken to yield the whole text. */
export function jsonText(input: unknown): Expr<string> | string {
  if (isExpr(input)) return input as Expr<string>;
  const parts: Part[] = [];
  write(encodeData(input), parts);
  const merged = mergeTexts(parts);
  const [only] = merged;
  return merged.length === 1 && only?.kind === "text" ? only.text : expr<string>(...merged);
}

function write(value: Data<Expr<unknown>>, parts: Part[]): void {
  const put = (text: string): number => parts.push({ kind: "text", text });
  if (isExpr(value)) {
    const given = templateOf(value)?.parts ?? [];
    const [only] = given;
    // What is known per environment keeps its type: a number stays one.
    if (given.length === 1 && only?.kind === "mapping" && only.expression?.kind === "placeholder") {
      parts.push(bound(only.expression, "value"));
      return;
    }
    put('"');
    for (const part of given) {
      if (part.kind === "text") put(jsonInside(part.text));
      else if (part.expression?.kind === "placeholder") parts.push(bound(part.expression, "part"));
      else if (part.expression) parts.push({ kind: "mapping", expression: escapedForJson(part.expression) });
    }
    put('"');
  } else if (Array.isArray(value)) {
    put("[");
    value.forEach((item, index) => {
      if (index > 0) put(",");
      write(item, parts);
    });
    put("]");
  } else if (isObject(value)) {
    put("{");
    Object.entries(value as DataObject<Expr<unknown>>).forEach(([key, item], index) => {
      put(`${index > 0 ? "," : ""}${JSON.stringify(plainText(key))}:`);
      write(item ?? null, parts);
    });
    put("}");
  } else put(writeJson(value));
}

const bound = (placeholder: Placeholder, inJson: NonNullable<Binding["inJson"]>): Part => ({
  kind: "mapping",
  expression: { kind: "placeholder", value: { ...bindingOf(placeholder), inJson } satisfies Binding },
});

const jsonInside = (text: string): string => JSON.stringify(text).slice(1, -1);

function mergeTexts(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === "text" && last?.kind === "text")
      merged[merged.length - 1] = { kind: "text", text: last.text + part.text };
    else merged.push(part);
  }
  return merged;
}
