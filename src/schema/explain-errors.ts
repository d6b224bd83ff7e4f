import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { isObject } from "../util/is-object.ts";
import { parsePointer, pointer } from "../util/json-pointer.ts";
import { nearest } from "../util/nearest.ts";
import { quote } from "../util/quote.ts";
import { adviseOnQuotes, explainMismatch } from "./explain-mismatch.ts";
import { listOf } from "./list-of.ts";
import { narrowUnions } from "./narrow-unions.ts";
import type { SchemaError } from "./schema-error.ts";
import { sortByPlace } from "./sort-by-place.ts";

/** Something in a document that its schema does not allow. */
export interface SchemaProblem extends JsonPlace {
  readonly message: string;
  readonly help?: string;
}

/** Says in words what a validator found: in the order of the document, and each thing once. */
export function explainErrors(errors: readonly SchemaError[], document: unknown): readonly SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of narrowUnions(errors)) {
    // `if` only says that there are errors of its `then` or `else`, which are reported as well.
    if (error.keyword === "if") continue;
    const problem = { pointer: error.instancePath, ...explain(error) };
    problems.set(`${problem.pointer} ${problem.message}`, problem);
  }
  return sortByPlace(problems.values(), document);
}

/** The place is that of the error where nothing else is said. */
type Explanation = Omit<SchemaProblem, "pointer"> & Partial<JsonPlace>;

function explain(error: SchemaError): Explanation {
  const { keyword, instancePath, params } = error;
  const subject = subjectOf(instancePath);
  switch (keyword) {
    case "required":
      return { message: `${quote(String(params.missingProperty))} is missing` };
    case "additionalProperties":
      return explainUnknownKey(error);
    case "type":
    case "const":
    case "enum":
      return explainMismatch(subject, [error]);
    case "alternatives":
      return explainMismatch(subject, params.alternatives as readonly SchemaError[]);
    case "pattern":
      return explainPattern(error);
    case "uniqueItems":
      return { pointer: pointer(instancePath, Number(params.i)), message: `${subject} has this item twice` };
    default:
      return { message: `${subject} ${explainLimit(error) ?? error.message ?? `breaks \`${keyword}\``}` };
  }
}

/** What a message speaks of: a property by its name, an item by the name of its array. */
function subjectOf(at: string): string {
  const isIndex = (step: string): boolean => /^\d+$/.test(step);
  const steps = parsePointer(at);
  const last = steps.at(-1);
  if (last === undefined) return "The document";
  if (!isIndex(last)) return quote(last);
  const array = steps.findLast((step) => !isIndex(step));
  return array === undefined ? "An item" : `An item of ${quote(array)}`;
}

function explainPattern({ params, data, parentSchema }: SchemaError): Explanation {
  const expected = parentSchema?.patternErrorMessage ?? `Expected text that matches \`${params.pattern}\``;
  const help = adviseOnQuotes(String(data), [parentSchema?.type].flat());
  return { message: `${expected}, found ${quote(String(data))}`, ...(help !== undefined && { help }) };
}

function explainUnknownKey({ instancePath, params, parentSchema }: SchemaError): Explanation {
  const key = String(params.additionalProperty);
  const known = isObject(parentSchema?.properties) ? Object.keys(parentSchema.properties) : [];
  const [meant] = nearest(key, known);
  return {
    pointer: pointer(instancePath, key),
    key: true,
    message: `${quote(key)} is not a known key`,
    help: meant === undefined ? `Use ${listOf(known.map(quote))}` : `Did you mean ${quote(meant)}?`,
  };
}

const BOUNDS: Readonly<Record<string, string>> = {
  minimum: "less than",
  maximum: "more than",
  exclusiveMinimum: "not more than",
  exclusiveMaximum: "not less than",
};

const SIZES: Readonly<Record<string, readonly [comparison: string, unit: string]>> = {
  minItems: ["fewer", "items"],
  maxItems: ["more", "items"],
  minLength: ["fewer", "characters"],
  maxLength: ["more", "characters"],
  minProperties: ["fewer", "properties"],
  maxProperties: ["more", "properties"],
};

function explainLimit({ keyword, params: { limit }, data }: SchemaError): string | undefined {
  const bound = BOUNDS[keyword];
  if (bound !== undefined) return `is \`${data}\`, ${bound} \`${limit}\``;
  const size = SIZES[keyword];
  if (size === undefined) return undefined;
  const [comparison, unit] = size;
  return comparison === "fewer" && limit === 1 ? "is empty" : `has ${comparison} than ${limit} ${unit}`;
}
