// When none of several alternatives fits, ajv reports what is wrong with each of them. A person meant one, most likely
// the one that fits best: its errors lie deepest in the document.

import type { SchemaError } from "./schema-error.ts";

/** Leaves of each `anyOf` and `oneOf` only the errors of the best alternative, or one error with all that would do. */
export function narrowUnions(errors: readonly SchemaError[]): readonly SchemaError[] {
  const narrowed: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword !== "anyOf" && error.keyword !== "oneOf") {
      narrowed.push(error);
      continue;
    }
    // ajv reports the alternatives right before the union itself.
    const isInside = ({ instancePath }: SchemaError): boolean =>
      instancePath === error.instancePath || instancePath.startsWith(`${error.instancePath}/`);
    const first = narrowed.findLastIndex((other) => !isInside(other)) + 1;
    narrowed.push(...narrow(error, narrowed.splice(first)));
  }
  return narrowed;
}

/** What says only that a value is of another kind, which all alternatives but one say. */
const GENERAL: ReadonlySet<string> = new Set(["type", "const", "enum"]);

function narrow(union: SchemaError, alternatives: readonly SchemaError[]): readonly SchemaError[] {
  const depth = Math.max(...alternatives.map(depthOf));
  const deepest = alternatives.filter((error) => depthOf(error) === depth);
  const specific = deepest.filter(({ keyword }) => !GENERAL.has(keyword));
  if (specific.length > 0) return specific;

  const first = deepest.find(({ keyword }) => keyword === "type") ?? deepest[0];
  if (first === undefined) return [union];
  const together = deepest.filter(({ instancePath }) => instancePath === first.instancePath);
  return [{ ...first, keyword: "alternatives", params: { alternatives: together } }];
}

const depthOf = ({ instancePath }: SchemaError): number => instancePath.split("/").length;
