// Requests that HITL.sh publishes, and ones derived from its rules, with the verdict on each: by the JSON Schema, as the
// body of an HTTP request, and through the fields of the Make app.

import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { CREATE_REQUEST_FIELDS } from "../../src/catalog/hitl/app.ts";
import { hitlKeywords } from "../../src/catalog/hitl/schema-keywords.ts";
import { lint } from "../../src/lint/linter.ts";
import { rules as allRules } from "../../src/lint/rules.generated.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import type { JsonObject } from "./blueprints.ts";
import { asked, posted } from "./rules/hitl/requests.ts";

interface Vector {
  readonly name: string;
  readonly request: JsonObject;
  readonly valid: boolean;
  readonly why: string;
  readonly kind: "published" | "published-config" | "published-fragment" | "derived";
  readonly certainty: "documented" | "inferred" | "disputed" | "later-docs";
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const FILE = "../shared/vectors/hitl-vectors.json";
const vectors = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, "utf8")) as readonly Vector[]).filter(({ certainty }) => certainty !== "disputed")
  : [];
const named = (list: readonly Vector[]) => list.map((vector) => [vector.name, vector] as const);

const rules = allRules.filter(({ id }) => id.startsWith("hitl/"));

/** Ids of the rules that report something, by severity. */
function judge(json: JsonObject): { readonly errors: readonly string[]; readonly warnings: readonly string[] } {
  const scenario = buildScenario({ name: "Test", flows: [{ pointer: "/flow", modules: json.flow as unknown[] }] });
  const found = lint({ scenario, json }, { rules, severityOf: ({ severity }) => severity.recommended });
  const ids = (wanted: string): string[] => [
    ...new Set(found.filter(({ severity }) => severity === wanted).map(({ rule }) => rule)),
  ];
  return { errors: ids("error").sort(), warnings: ids("warning") };
}

function expectVerdict({ valid, errors, warnings, kind }: Vector, json: JsonObject): void {
  const found = judge(json);
  expect(found.errors.length === 0).toBe(valid);
  if (kind === "derived") expect(found.errors).toEqual([...errors].sort());
  else if (!valid) expect(errors.some((id) => found.errors.includes(id))).toBe(true);
  expect(found.warnings).toEqual(expect.arrayContaining([...warnings]));
}

/** Warnings about fields that Create Request does not have. */
const OF_OTHER_FIELDS = ["hitl/newer-content-type", "hitl/platform-make-undocumented", "hitl/unknown-field"];

/** Why a vector's verdict does not carry over to the app. */
const REASONS: readonly { readonly reason: string; readonly holds: (vector: Vector) => boolean }[] = [
  {
    reason: "the app has no such field",
    holds: ({ name }) => /^invalid\/(?:missing-)?(?:type|platform|image|video)\b/.test(name),
  },
  {
    reason: "the app has a default for it",
    holds: ({ name }) => /missing-(?:processing_type|priority)$|video-without-processing$/.test(name),
  },
  {
    reason: "text in a field of the app stands for the value",
    holds: ({ name }) =>
      /^invalid\/(?:timeout|(?:rating|number|boolean)-default|response-config-json)-string$/.test(name),
  },
  {
    reason: "an empty field of the app counts as left out",
    holds: ({ name }) => name === "invalid/request-text-empty",
  },
];

describe.skipIf(!existsSync(FILE))("each request of the vectors (needs ../shared/vectors)", () => {
  test("is there", () => {
    expect(vectors).toHaveLength(179);
  });

  describe("by the JSON Schema", () => {
    const schema = readFileSync(new URL("../../schemas/hitl-request.schema.json", import.meta.url), "utf8");
    const ajv = new Ajv({ allErrors: true, strictTypes: true });
    for (const keyword of hitlKeywords) ajv.addKeyword({ ...keyword });
    const validate = ajv.compile(JSON.parse(schema) as object);

    test.for(named(vectors))("%s", ([, { request, valid }]) => {
      expect(validate(request), JSON.stringify(validate.errors)).toBe(valid);
    });
  });

  describe("as the body of an HTTP request", () => {
    test.for(named(vectors))("%s", ([, vector]) => {
      expectVerdict(vector, posted(vector.request));
    });
  });

  describe("through the fields of the app", () => {
    test("leaves out those whose fault it cannot have", () => {
      expect(Object.fromEntries(REASONS.map(({ reason, holds }) => [reason, vectors.filter(holds).length]))).toEqual({
        "the app has no such field": 11,
        "the app has a default for it": 3,
        "text in a field of the app stands for the value": 5,
        "an empty field of the app counts as left out": 1,
      });
    });

    const fitting = vectors.filter((vector) => !REASONS.some(({ holds }) => holds(vector)));
    test.for(named(fitting))("%s", ([, vector]) => {
      const fields = CREATE_REQUEST_FIELDS.filter((name) => name in vector.request);
      const warnings = vector.warnings.filter((id) => !OF_OTHER_FIELDS.includes(id));
      const json = asked(Object.fromEntries(fields.map((name) => [name, vector.request[name]])));
      expectVerdict({ ...vector, warnings }, json);
    });
  });
});
