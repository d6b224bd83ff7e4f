import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { renderConfigSchema } from "../../scripts/config-schema.ts";
import { PRESETS } from "../../src/lint/rule.ts";
import { rules } from "../../src/lint/rules.generated.ts";
import { suppressionRules } from "../../src/lint/suppression-rules.ts";
import { runValidator, type Validator } from "../../src/schema/run-validator.ts";

const schema = JSON.parse(readFileSync("schemas/config.schema.json", "utf8")) as object;
const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
ajv.addVocabulary(["patternErrorMessage"]);
const validate = ajv.compile(schema) as Validator;

const problemsOf = (config: unknown): readonly string[] =>
  runValidator(validate, config).map(({ message, help }) => `${message}${help ? `; ${help}` : ""}`);

test.for<unknown>([
  {},
  { extends: "strict" },
  { extends: ["recommended", "strict"], rules: { "dangling-reference": "off" }, customFunctions: ["toIban"] },
  { rules: { "dangling-reference": { severity: "info" } }, mandatory: ["weak-evidence"], ignores: ["drafts"] },
  { overrides: [{ files: ["a/**"], rules: {} }], suppressions: [{ rule: "a", pointer: "", reason: "b" }] },
  { rules: null, overrides: null, ignores: null, suppressions: null, mandatory: null, customFunctions: null },
])("a configuration may say %j", (config) => {
  expect(problemsOf(config)).toEqual([]);
});

test.for<[unknown, string]>([
  [{ extends: "strikt" }, "`extends` is `strikt`, not `recommended`, `strict` or `publish`; Did you mean `strict`?"],
  [{ extends: ["none"] }, "An item of `extends` is `none`, not `recommended`, `strict` or `publish`"],
  [{ extends: 5 }, "`extends` is a whole number, not text or an array"],
  [
    { rules: { "dangling-reference": "warn" } },
    "`dangling-reference` is `warn`, not `off`, `info`, `warning` or `error`",
  ],
  [{ rule: {} }, "`rule` is not a known key; Did you mean `rules`?"],
  [{ customFunctions: ["a()"] }, "Expected the name of a function, without parentheses, found `a()`"],
  [{ customFunctions: ["a", "a"] }, "`customFunctions` has this item twice"],
  [{ rules: { a: { severity: "loud" } } }, "`severity` is `loud`, not `off`, `info`, `warning` or `error`"],
  [{ overrides: [{ files: [], rules: {} }] }, "`files` is empty"],
  [{ suppressions: [{ rule: "a", module: "b" }] }, "`reason` is missing"],
])("a configuration may not say %j", ([config, expected]) => {
  expect(problemsOf(config)).toEqual([expected]);
});

test("the presets are those that rules have severities for", () => {
  const { definitions } = schema as { readonly definitions: { readonly preset: { readonly enum: readonly string[] } } };
  expect(definitions.preset.enum).toEqual([...PRESETS]);
});

test("editors know every rule with its options", () => {
  const made = renderConfigSchema([...rules, ...suppressionRules], schema as Parameters<typeof renderConfigSchema>[1]);
  expect(schema).toEqual(made);
});
