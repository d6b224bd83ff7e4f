// Modules of every kind, without ids: of apps that are known and that are not, and those of Make's own flow control.

import fc from "fast-check";
import type { FieldSpec, Fields } from "../../src/catalog/field.ts";
import { catalogueModules } from "../../src/decompile/known-functions.ts";
import { operators } from "../../src/iml/operators.ts";
import { anyExpression, anyFieldText, anyKey, anyName, anyValue, objectOf } from "./any-text.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Keys that nobody knows, of which a file may have some at any level. */
export const unknownKeys = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: objectOf(
      anyKey.map((key) => `x-${key}`),
      anyValue,
      2,
    ),
  },
);
/** `often`: how many times it is there for each time that it is not. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>, often = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: Math.round(often * 4), arbitrary }, { weight: 4, arbitrary: fc.constant(undefined) });

/** An object without what is not there. */
export const without = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const place = fc.integer({ min: -3, max: 10 }).map((step) => step * 150 + 0.5 * (step % 2));
export const fieldDescription: fc.Arbitrary<JsonObject> = fc
  .record({
    name: anyKey,
    type: fc.constantFrom("text", "number", "boolean", "date", "array", "collection", "select", "account:x", "any"),
    label: anyName,
    required: maybe(fc.boolean()),
    spec: maybe(
      fc.array(fc.record({ name: anyKey, type: fc.constantFrom("text", "date", "array") }), { maxLength: 2 }),
    ),
  })
  .map(without);
const descriptions = maybe(fc.array(fieldDescription, { maxLength: 3 }), 0.5);

export const metadata = fc
  .tuple(
    fc.record({
      designer: maybe(
        fc
          .tuple(
            fc.record({ x: place, y: place, name: maybe(anyName, 1), messages: maybe(fc.constant([{ a: 1 }]), 0.25) }),
            unknownKeys,
          )
          .map(([known, more]) => without({ ...more, ...known })),
        4,
      ),
      restore: maybe(objectOf(anyKey, fc.constantFrom({}, { label: "*/ ${x}" }, { mode: "chose" }, null), 2)),
      expect: descriptions,
      parameters: descriptions,
      interface: descriptions,
    }),
    unknownKeys,
  )
  .map(([known, more]) => without({ ...more, ...known }));

const operand = fc.oneof(
  { weight: 4, arbitrary: anyExpression.map((inner) => `{{${inner}}}`) },
  { weight: 3, arbitrary: anyFieldText },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, 0, 1.5, "open", "closed", "5", "fallback", "1") },
);
const operator = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...operators.map(({ code }) => code)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("text:equals", "", "array:greater:ci", "number:equal:ci", "__proto__", "*/"),
  },
);
const comparison = fc.record({ a: operand, o: operator, b: maybe(operand, 4) }).map(without);
export const condition = fc.array(fc.array(comparison, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
const anyConditions = fc.oneof({ weight: 7, arbitrary: condition }, fc.constantFrom([], [[]]));
export const filter = fc.oneof(
  { weight: 8, arbitrary: fc.record({ name: maybe(anyName, 3), conditions: maybe(anyConditions, 9) }).map(without) },
  { weight: 1, arbitrary: fc.constantFrom(null, {}) },
);

/** A value that a field of this kind mostly holds. */
function fieldValue({ type, options, item, fields }: FieldSpec): fc.Arbitrary<unknown> {
  const fitting: fc.Arbitrary<unknown> = options
    ? fc.constantFrom<unknown>(...options)
    : item
      ? fc.array(fieldValue(item), { maxLength: 2 })
      : fields
        ? fieldValues(fields)
        : type === "boolean"
          ? fc.constantFrom<unknown>(true, false, "true", "")
          : /integer|number/u.test(type)
            ? fc.constantFrom<unknown>(1, 5, "5", 0, 1.5, "")
            : /^(?:account|hook|keychain|datastore|udt|scenario)/u.test(type)
              ? fc.constantFrom<unknown>(1, 2, 12345, "SCN_5", "7", "", null)
              : anyFieldText;
  return fc.oneof(
    { weight: 5, arbitrary: fitting },
    { weight: 2, arbitrary: anyExpression.map((inner) => `{{${inner}}}`) },
    { weight: 1, arbitrary: anyValue },
  );
}

/** Some of these fields, with now and then a key that they have not. */
const fieldValues = (fields: Fields | Readonly<Record<string, FieldSpec>>): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      fc.record(
        Object.fromEntries(
          Object.entries(fields).map(([key, field]) => [
            key,
            maybe(fieldValue("spec" in field ? (field.spec as FieldSpec) : (field as FieldSpec)), 3),
          ]),
        ),
      ),
      unknownKeys,
    )
    .map(([known, more]) => without({ ...known, ...more }));

const values = objectOf(anyKey, anyValue);

export const unknownModule = fc
  .record({
    module: fc.constantFrom("acme:act", "acme:watchThings", "acme:searchThings", "app#own-app:DoIt", "class:Import"),
    version: fc.constantFrom(1, 1, 1, 2, 0),
    parameters: maybe(
      fc.oneof(
        values,
        fc.tuple(values, fc.constantFrom(1, 2, "3", null)).map(([more, id]) => ({ ...more, __IMTCONN__: id })),
      ),
      3,
    ),
    mapper: maybe(fc.oneof({ weight: 5, arbitrary: values }, fc.constant(null)), 4),
  })
  .map(without);

const CATALOGUE = catalogueModules().map(({ declaration }) => declaration);
export const knownModule = fc
  .constantFrom(...CATALOGUE.filter(({ module }) => !module.startsWith("builtin:")))
  .chain((declaration) =>
    fc
      .record({
        module: fc.constant(declaration.module),
        version: fc.oneof(
          { weight: 9, arbitrary: fc.constant(declaration.version) },
          fc.constant(declaration.module.startsWith("hitl:") ? declaration.version : 99),
        ),
        parameters: maybe(fieldValues(declaration.parameters), 6),
        mapper: maybe(
          fc.oneof({ weight: 8, arbitrary: fieldValues(declaration.mapper ?? {}) }, fc.constant(null), values),
          6,
        ),
      })
      .map(without),
  );

const flags = fc
  .tuple(fc.record({ groupBy: maybe(anyFieldText), stopIfEmpty: maybe(fc.boolean()) }), unknownKeys)
  .map(([known, more]) => without({ ...known, ...more }));

export const iterator = maybe(operand, 6).map((array) => ({
  module: "builtin:BasicFeeder",
  version: 1,
  parameters: {},
  mapper: without({ array }),
}));
export const repeater = fc
  .record({ repeats: maybe(operand, 6), start: maybe(operand), step: maybe(operand) })
  .map((mapper) => ({ module: "builtin:BasicRepeater", version: 1, parameters: {}, mapper: without(mapper) }));
export const placeholder = unknownKeys.map((more) => ({ ...more, module: "placeholder:Placeholder" }));

export const aggregator = fc
  .record({
    module: fc.constantFrom("builtin:BasicAggregator", "util:TextAggregator", "acme:aggregate", "util:TableAggregator"),
    target: maybe(fc.constantFrom("3.items", "99.x", "", "x", "2.`a b`")),
    parameters: unknownKeys,
    mapper: maybe(fc.oneof({ weight: 5, arbitrary: values }, fc.constant(null)), 5),
    flags: maybe(flags),
    collects: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ module, target, parameters, mapper, flags: own, collects }) => ({
    object: without({ module, version: 1, parameters: without({ ...parameters, target }), mapper, flags: own }),
    collects,
  }));

export const directive = fc
  .record({
    module: fc.constantFrom("Ignore", "Resume", "Commit", "Rollback", "Break").map((name) => `builtin:${name}`),
    parameters: maybe(fc.constant({}), 3),
    mapper: maybe(
      fc.oneof(
        values,
        fc.constantFrom<unknown>(
          {},
          null,
          { retry: true, count: "3", interval: "15" },
          { retry: "false" },
          { retry: true, count: 5, interval: 1 },
          { count: "0" },
          { retry: false, count: "{{1.a}}" },
        ),
      ),
      3,
    ),
    named: fc.constantFrom(false, false, false, true),
  })
  .map(({ named, ...known }) => ({
    ...without(known),
    version: 1,
    metadata: { designer: { x: 300, y: 300, ...(named ? { name: "End" } : {}) } },
  }));
