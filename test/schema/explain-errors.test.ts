import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { explainErrors } from "../../src/schema/explain-errors.ts";
import type { SchemaError } from "../../src/schema/schema-error.ts";

function problemsOf(schema: object, data: unknown): readonly string[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
  ajv.addVocabulary(["patternErrorMessage"]);
  const validate = ajv.compile(schema);
  validate(data);
  return explainErrors((validate.errors ?? []) as readonly SchemaError[], data).map(
    ({ pointer, key, message, help }) => `${pointer}${key ? "#" : ""}: ${message}${help ? `; ${help}` : ""}`,
  );
}

const properties = (schemas: Readonly<Record<string, object>>) => ({ type: "object", properties: schemas });

describe("an error of a schema in words", () => {
  test.for<[object, unknown, string]>([
    [{ type: "object" }, [], ": The document is an array, not an object"],
    [{ items: { type: "string" } }, [5], "/0: An item is a whole number, not text; Put it in quotation marks"],
    [
      properties({ a: { items: { items: { type: "null" } } } }),
      { a: [["x"]] },
      "/a/0/0: An item of `a` is text, not `null`",
    ],
    [
      properties({ a: { type: ["boolean", "number"] } }),
      { a: "true" },
      "/a: `a` is text, not `true` or `false` or a number; Remove the quotation marks",
    ],
    [properties({ a: { type: "string" } }), { a: true }, "/a: `a` is `true`, not text; Put it in quotation marks"],
    [properties({ "a/b": { type: "string" } }), { "a/b": {} }, "/a~1b: `a/b` is an object, not text"],
    [properties({ a: { const: "one" } }), { a: { b: 1 } }, "/a: `a` is an object, not `one`"],
    [
      properties({ a: { enum: [1, null, "x"] } }),
      { a: "y" },
      "/a: `a` is `y`, not `1`, `null` or `x`; Did you mean `x`?",
    ],
    [properties({ a: { maximum: 5 } }), { a: 6 }, "/a: `a` is `6`, more than `5`"],
    [properties({ a: { exclusiveMinimum: 5 } }), { a: 5 }, "/a: `a` is `5`, not more than `5`"],
    [properties({ a: { minLength: 1 } }), { a: "" }, "/a: `a` is empty"],
    [properties({ a: { minItems: 2 } }), { a: [1] }, "/a: `a` has fewer than 2 items"],
    [properties({ a: { maxLength: 2 } }), { a: "abc" }, "/a: `a` has more than 2 characters"],
    [properties({ a: { uniqueItems: true } }), { a: ["x", "y", "x"] }, "/a/2: `a` has this item twice"],
    [properties({ a: { pattern: "^x" } }), { a: "y\n" }, "/a: Expected text that matches `^x`, found `y\\n`"],
    [
      properties({ a: { pattern: "^x", patternErrorMessage: "Expected an x" } }),
      { a: "y" },
      "/a: Expected an x, found `y`",
    ],
    [properties({ a: { not: {} } }), { a: 1 }, "/a: `a` must NOT be valid"],
    [
      { ...properties({ color: {}, size: {} }), additionalProperties: false },
      { colour: 1 },
      "/colour#: `colour` is not a known key; Did you mean `color`?",
    ],
    [
      { ...properties({ color: {}, size: {} }), additionalProperties: false },
      { weight: 1 },
      "/weight#: `weight` is not a known key; Use `color` or `size`",
    ],
    [{ required: ["a"] }, {}, ": `a` is missing"],
    [{ if: { required: ["a"] }, else: { required: ["b"] } }, {}, ": `b` is missing"],
  ])("%j with %j", ([schema, data, expected]) => {
    expect(problemsOf(schema, data)).toEqual([expected]);
  });

  test("lists only the beginning of many values", () => {
    const schema = properties({ a: { enum: Array.from({ length: 30 }, (_, index) => `value ${index}`) } });
    expect(problemsOf(schema, { a: "z" })).toEqual([
      `/a: \`a\` is \`z\`, not ${Array.from({ length: 10 }, (_, index) => `\`value ${index}\``).join(", ")} …`,
    ]);
  });

  test("is said once, in the order of the document", () => {
    const schema = {
      ...properties({ a: { type: "string" }, b: { type: "string" } }),
      allOf: [properties({ a: { type: "string" } })],
    };
    const message = "is a whole number, not text; Put it in quotation marks";
    expect(problemsOf(schema, { b: 1, a: 2 })).toEqual([`/b: \`b\` ${message}`, `/a: \`a\` ${message}`]);
  });
});

describe("of several alternatives", () => {
  const id = { type: "integer", minimum: 1 };
  const words = { const: "choose" };
  const request = (kind: string, fields: object) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: kind }, ...fields },
  });
  const either = {
    anyOf: [request("text", { max: id }), request("select", { options: { items: { type: "string" } } })],
  };

  test.for<[object, unknown, readonly string[]]>([
    [
      { anyOf: [id, words] },
      "5",
      [": The document is `5`, not a whole number or `choose`; Remove the quotation marks"],
    ],
    [{ oneOf: [id, words] }, 0, [": The document is `0`, less than `1`"]],
    [
      { anyOf: [{ type: "string" }, { items: { type: "string" } }] },
      [1],
      ["/0: An item is a whole number, not text; Put it in quotation marks"],
    ],
    [either, { kind: "other" }, ["/kind: `kind` is `other`, not `text` or `select`"]],
    [
      either,
      { kind: "select", options: [1] },
      ["/options/0: An item of `options` is a whole number, not text; Put it in quotation marks"],
    ],
    [either, { kind: "text", max: 0 }, ["/max: `max` is `0`, less than `1`"]],
    [
      { oneOf: [{ type: "integer" }, { type: "number" }] },
      1,
      [": The document must match exactly one schema in oneOf"],
    ],
    [
      properties({ a: { type: "string" }, b: { anyOf: [id, words] } }),
      { a: 1, b: [] },
      [
        "/a: `a` is a whole number, not text; Put it in quotation marks",
        "/b: `b` is an array, not a whole number or `choose`",
      ],
    ],
  ])("the one that fits best is explained: %j with %j", ([schema, data, expected]) => {
    expect(problemsOf(schema, data)).toEqual(expected);
  });
});
