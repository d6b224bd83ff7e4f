import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { hitlKeywords } from "../../src/schema/hitl-keywords.ts";
const V = new URL("../../../shared/vectors/hitl-vectors.json", import.meta.url);
const vectors = JSON.parse(readFileSync(V, "utf8"));
const schema = JSON.parse(readFileSync(new URL("../../schemas/hitl-request.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired:false });
for (const k of hitlKeywords) ajv.addKeyword({ ...k });
const validate = ajv.compile(schema);
test.for(vectors.filter((v: any) => v.certainty !== "disputed").map((v: any) => [v.name, v]))("%s", ([, v]: any) => {
  expect(validate(v.request), JSON.stringify(validate.errors)).toBe(v.valid);
});
