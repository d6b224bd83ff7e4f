// What the schema of the configuration says of each rule, so that editors complete it. What is written there is checked
// from the rules' own declarations: the program's validator is made without this.

import type { RuleSettings } from "../src/lint/suppression-rules.ts";

type Schema = Readonly<Record<string, unknown>>;
interface ConfigSchema extends Schema {
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** The schema with the rules' ids, summaries and options made anew. */
export function renderConfigSchema(
  rules: readonly (RuleSettings & { readonly summary: string })[],
  schema: ConfigSchema,
): ConfigSchema {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { definitions } = schema;
  return {
    ...schema,
    definitions: {
      ...definitions,
      rule: { ...definitions.rule, examples: sorted.map(({ id }) => id) },
      rules: { ...definitions.rules, properties: Object.fromEntries(sorted.map((rule) => [rule.id, schemaOf(rule)])) },
    },
  };
}

function schemaOf({ summary, options = {} }: RuleSettings & { readonly summary: string }): Schema {
  const description = sentence(summary);
  const names = Object.entries(options);
  if (names.length === 0) return { description, $ref: "#/definitions/setting" };
  const properties = names.map(([name, option]) => [
    name,
    { type: "number", minimum: option.minimum, default: option.default, description: sentence(option.summary) },
  ]);
  return {
    description,
    type: ["string", "object"],
    if: { type: "string" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: "#/definitions/severity" },
    else: {
      additionalProperties: false,
      properties: { severity: { $ref: "#/definitions/severity" }, ...Object.fromEntries(properties) },
    },
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
