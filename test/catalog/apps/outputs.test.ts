// The fields of outputs are attested: an export lists them in `metadata.interface`, or another module refers to them.

import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { catalog } from "../../../src/catalog/catalog.ts";
import { isObject } from "../../../src/util/is-object.ts";

const CORPUS = "../shared/corpus";
const SNAPSHOT = "../shared/reference/examples/observed-modules.json";

/** Known in another way. */
const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
  // Make's documentation of aggregators
  "builtin:BasicAggregator@1": ["__IMTAGGLENGTH__"],
  // as the other requests of the same version
  "http:ActionSendDataAPIKeyAuth@3": ["statusCode", "headers"],
  "http:ActionSendDataBasicAuth@3": ["statusCode", "headers", "data"],
  "http:ActionSendDataOAuth@3": ["statusCode", "headers", "data"],
  // as the simple parser
  "regexp:AdvancedParser@1": ["i", "$1", "__IMTMATCH__"],
  // Slack's documentation of `chat.postMessage`
  "slack:CreateMessage@4": ["channel", "message"],
};

const declarations = catalog.modules.filter(
  ({ evidence, output }) => evidence.level === "observed" && Object.keys(output).length > 0,
);

describe.skipIf(!existsSync(CORPUS))("the fields of outputs are attested (needs ../shared/corpus)", () => {
  let attested: ReadonlyMap<string, ReadonlySet<string>>;
  beforeAll(() => {
    attested = attestedFields();
  });

  test.for(declarations.map(({ module, version, output }) => [`${module}@${version}`, output] as const))(
    "%s",
    ([id, output]) => {
      const known = new Set([...(attested.get(id) ?? []), ...(DOCUMENTED[id] ?? [])]);
      expect(Object.keys(output).filter((field) => !known.has(field))).toEqual([]);
    },
  );
});

function attestedFields(): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  const attest = (id: string, field: string): void => {
    const others = fields.get(id);
    if (others) others.add(field);
    else fields.set(id, new Set([field]));
  };

  const { modules } = readJson(SNAPSHOT) as { modules: Record<string, { outputs?: object }> };
  for (const [id, { outputs = {} }] of Object.entries(modules)) for (const key of Object.keys(outputs)) attest(id, key);

  const { files } = readJson(`${CORPUS}/MANIFEST.json`) as { files: { file: string; kind: string }[] };
  for (const { file, kind } of files) {
    if (kind !== "export") continue;
    const text = readFileSync(`${CORPUS}/${file}`, "utf8").replace(/^\uFEFF/u, "");
    const byNumber = new Map<string, string>();
    for (const module of modulesIn(JSON.parse(text))) {
      const id = `${module.module}@${module.version}`;
      byNumber.set(String(module.id), id);
      for (const { name } of interfaceOf(module)) if (name !== undefined) attest(id, name);
    }
    for (const [, number = "", quoted, bare] of text.matchAll(/(?<![\w.`])(\d+)\.(?:`([^`]+)`|([A-Za-z]\w*))/gu)) {
      const id = byNumber.get(number);
      if (id !== undefined) attest(id, quoted ?? bare ?? "");
    }
  }
  return fields;
}

function* modulesIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (isObject(value) && typeof value.module === "string" && value.id !== undefined) yield value;
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* modulesIn(inner);
}

function interfaceOf({ metadata }: Readonly<Record<string, unknown>>): readonly { readonly name?: string }[] {
  return isObject(metadata) && Array.isArray(metadata.interface) ? metadata.interface : [];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/u, ""));
}
