import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";

const readSchema = (file: string) => JSON.parse(readFileSync(`schemas/${file}`, "utf8")) as Record<string, unknown>;

test.for(readdirSync("schemas"))("%s is valid in the draft that editors support, and says what it is for", (file) => {
  const schema = readSchema(file);
  expect(new Ajv({ strict: false }).validateSchema(schema)).toBe(true);
  expect(schema).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `https://cyanotype.dev/schemas/${file}`,
    title: expect.any(String),
    description: expect.any(String),
  });
});

test.for(["baseline", "blueprint", "config", "environment"])(
  "the validator of %s needs no package, nor copies errors",
  (name) => {
    const code = readFileSync(`src/schema/${name}.generated.js`, "utf8");
    expect(code).toContain("export {");
    expect(code.match(/^\s*import\b.*|(?<![.\w'"])require\(.*|\.concat\(.*/gm)).toBeNull();
  },
);

describe("a lint report", () => {
  const validate = new Ajv().compile(readSchema("lint-report.schema.json"));
  const finding = {
    rule: "dangling-reference",
    severity: "error",
    message: "No module has the id `7`",
    path: "x.json",
  };
  const place = { pointer: "/flow/2/mapper/to", line: 41, column: 18, endLine: 41, endColumn: 31 };
  const full = {
    ...finding,
    ...place,
    help: "Read another module",
    source: { path: "scenarios/x.scenario.ts", line: 14, column: 26, endLine: 15, endColumn: 3 },
    related: [{ message: "The last module before it", pointer: "/flow/0", line: 3, column: 5 }],
    fix: { safety: "safe", patch: [{ op: "replace", path: "/flow/2/mapper/to", value: null }] },
  };
  const reportOf = (...findings: object[]) => ({
    version: 1,
    files: 1,
    findings,
    summary: { error: 1, warning: 0, info: 0, suppressed: 0 },
  });

  test.for<object>([reportOf(), reportOf({ ...finding, ...place }), reportOf(full)])("may be %j", (report) => {
    expect(validate(report)).toBe(true);
  });

  test.for<[string, object]>([
    ["without a place", reportOf(finding)],
    ["with a place that is no pointer", reportOf({ ...finding, ...place, pointer: "flow[2]" })],
    ["with a line 0", reportOf({ ...finding, ...place, line: 0 })],
    ["with a severity that is none", reportOf({ ...finding, ...place, severity: "off" })],
    ["with a key that is not documented", reportOf({ ...finding, ...place, url: "https://x.io" })],
    ["with a fix that changes nothing", reportOf({ ...full, fix: { safety: "safe", patch: [] } })],
    ["of another version", { ...reportOf(), version: 2 }],
  ])("may not be one %s", ([, report]) => {
    expect(validate(report)).toBe(false);
  });
});
