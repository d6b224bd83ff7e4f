import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CONFIG_ALIASES,
  CONFIG_KEYS,
  NEWER_RESPONSE_TYPES,
  RESPONSE_TYPES,
  type ResponseType,
} from "../../../src/catalog/hitl/contract.ts";
import { hitlKeywords } from "../../../src/catalog/hitl/schema-keywords.ts";
import { lint } from "../../../src/lint/linter.ts";
import { rules as allRules } from "../../../src/lint/rules.generated.ts";
import { buildScenario } from "../../../src/model/scenario.ts";
import { configured, posted, request } from "../../lint/rules/hitl/requests.ts";

const schema = readFileSync(new URL("../../../schemas/hitl-request.schema.json", import.meta.url), "utf8");
const ajv = new Ajv({ strictTypes: true });
for (const keyword of hitlKeywords) ajv.addKeyword({ ...keyword });
const validate = ajv.compile(JSON.parse(schema) as object);

describe("the schema of review requests", () => {
  test.for([
    ["bounds that cross", configured("text", { min_length: 600 })],
    ["two options with one answer", configured("single_select", { options: ["Needs Review", "needs review"] })],
    ["more choices demanded than there are", configured("multi_select", { min_selections: 4, max_selections: 9 })],
    ["a default that is no option", request("single_select", { default_response: "Escalate" })],
    ["a default that chooses twice", request("multi_select", { default_response: ["Tone", "tone"] })],
    [
      "a default that chooses too much",
      configured("multi_select", { max_selections: 1 }, { default_response: ["Tone", "Grammar"] }),
    ],
    ["a default off the scale", request("rating", { default_response: 6 })],
    ["a negative default where none may be", configured("number", { min_value: -5 }, { default_response: -1 })],
  ] as const)("refuses %s", ([, body]) => {
    expect(validate(body)).toBe(false);
    expect(validate.errors?.map(({ keyword }) => keyword)).toContainEqual(expect.stringMatching(/^x-hitl-/));
  });

  test.for([...RESPONSE_TYPES, ...NEWER_RESPONSE_TYPES])("takes a plain request for %s", (type) => {
    expect(validate(request(type)), JSON.stringify(validate.errors)).toBe(true);
  });

  test("judges what is mapped as little as the rules do", () => {
    const options = ["{{1.first}}", "{{2.second}}"];
    expect(validate(configured("single_select", { options }, { default_response: "Anything" }))).toBe(true);
    expect(validate(configured("number", { max_value: "{{1.max}}" }, { default_response: "{{1.value}}" }))).toBe(true);
    expect(validate(request("rating", { response_config: "{{1.config}}", priority: "{{1.priority}}" }))).toBe(true);
  });

  test("refuses a request exactly when some rule finds an error", () => {
    fc.assert(
      fc.property(requests(), (body) => {
        const ids = errorsOf(body);
        expect(validate(body), `rules: ${ids}; schema: ${JSON.stringify(validate.errors)}`).toBe(ids.length === 0);
      }),
      { numRuns: 1000 },
    );
  });
});

function errorsOf(body: unknown): readonly string[] {
  const { flow } = posted(body);
  const scenario = buildScenario({ name: "Test", flows: [{ pointer: "/flow", modules: flow as unknown[] }] });
  const rules = allRules.filter(({ category }) => category === "review");
  const found = lint({ scenario, json: {} }, { rules, severityOf: ({ severity }) => severity.recommended });
  return found.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}

/** Requests of every type with some values that may be wrong, alone or in their company. */
function requests(): fc.Arbitrary<unknown> {
  const text = fc.constantFrom(
    "",
    " ",
    "Approve",
    "approve",
    "Reject",
    "3",
    "{{1.x}}",
    "x".repeat(150),
    "https://a.b/c",
    "a/b",
  );
  const value = fc.oneof(
    text,
    fc.constantFrom(-3, 0, 0.5, 1, 2, 3, 10, 11, 59, 86_401, 5_001),
    fc.boolean(),
    fc.array(fc.oneof(text, fc.record({ value: text, label: text }), fc.integer()), { maxLength: 4 }),
    fc.constantFrom({}, { value: "a" }),
  );
  const type = fc.constantFrom<ResponseType>(...RESPONSE_TYPES, ...NEWER_RESPONSE_TYPES);
  const fields = fc.dictionary(
    fc.constantFrom(...Object.keys(request()), "context", "callback_url", "image_url"),
    value,
    { maxKeys: 1 },
  );
  return type.chain((chosen) => {
    const keys = [...CONFIG_KEYS[chosen], ...Object.keys(CONFIG_ALIASES[chosen] ?? {}), "required"];
    const config = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 });
    const fallback = fc.option(value, { nil: undefined });
    return fc.tuple(fields, config, fallback, fc.boolean()).map(([changes, entries, answer, replaces]) => {
      const changed = answer === undefined ? changes : { default_response: answer, ...changes };
      return replaces
        ? request(chosen, { response_config: entries, ...changed })
        : configured(chosen, entries, changed);
    });
  });
}
