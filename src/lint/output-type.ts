// Of which type a mapping's value is: what functions give, what the catalogue says of outputs, and what a variable was
// set to. Where nobody can tell, it is `any`.

import type { Catalog } from "../catalog/catalog.ts";
import type { AnyField, FieldSpec } from "../catalog/field.ts";
import type { Segment } from "../iml/ast.ts";
import type { ValueType } from "../iml/define-function.ts";
import { inferType } from "../iml/infer-type.ts";
import { parseOnce } from "../iml/parse-once.ts";
import { hasMapping } from "../iml/scan.ts";
import type { Scenario } from "../model/scenario.ts";
import { setsVariables, variablesOf } from "./variables.ts";

/** Make's words for the types of fields that always hold a value of one type. A text may well hold a number. */
const TYPES: Readonly<Record<string, ValueType>> = {
  number: "number",
  integer: "number",
  uinteger: "number",
  boolean: "boolean",
  date: "date",
  array: "array",
  collection: "collection",
};

/** What every module that gives several bundles, and every aggregator, counts. */
const COUNTS: ReadonlySet<string> = new Set(["__IMTLENGTH__", "__IMTINDEX__", "__IMTAGGLENGTH__"]);

/** Variables that are set to variables are followed so far. */
const MAX_HOPS = 3;

/** The type of the value that a text with a single mapping stands for; `undefined` for any other text. */
export type TypeOf = (text: string) => ValueType | undefined;

export function typesOf(scenario: Scenario, catalog: Catalog): TypeOf {
  const typeOf = (text: string, hops: number): ValueType | undefined => {
    if (!hasMapping(text)) return undefined;
    const [part, ...more] = parseOnce(text).template.parts;
    if (part?.kind !== "mapping" || part.expression === undefined || more.length > 0) return undefined;
    // `{{1.12}}` may be meant for the column 12 of module 1.
    if (part.expression.kind === "number") return "any";
    return inferType(part.expression, (id, path) => outputType(id, path, hops));
  };

  const outputType = (id: number, path: readonly Segment[], hops: number): ValueType | undefined => {
    const module = scenario.find(id);
    const [first] = path;
    if (module === undefined || first?.kind !== "property") return undefined;
    if (path.length === 1 && COUNTS.has(first.name)) return "number";
    if (setsVariables(module) && hops < MAX_HOPS) {
      const value = variablesOf(module).find(({ name }) => name === first.name)?.value;
      return path.length === 1 && typeof value === "string" ? typeOf(value, hops + 1) : undefined;
    }
    const { output = {} } = catalog.find(module.type, module.version) ?? {};
    return Object.hasOwn(output, first.name)
      ? fieldType((output[first.name] as AnyField).spec, path.slice(1))
      : undefined;
  };

  return (text) => typeOf(text, 0);
}

function fieldType(spec: FieldSpec, path: readonly Segment[]): ValueType | undefined {
  let field: FieldSpec | undefined = spec;
  for (const segment of path) {
    if (segment.kind === "index") field = field.item;
    else field = Object.hasOwn(field.fields ?? {}, segment.name) ? field.fields?.[segment.name] : undefined;
    if (field === undefined) return undefined;
  }
  return field.multiple ? "array" : TYPES[field.type];
}
