import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { describePlace, fingerprint } from "../../src/lint/fingerprint.ts";
import { lint } from "../../src/lint/linter.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "./blueprints.ts";
import { renumbered } from "./renumbered.ts";

const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });

/** A blueprint that many rules have something to say about, at every kind of place. */
const FAULTY = blueprint(
  [
    webhook(1),
    module(2, "slack:CreateMessage", { version: 4, mapper: { text: "{{1.a}} {{9.x}} {{nope(1.b)}}" } }),
    setVariable(3, "{{5.v}} and {{if(2.ok; 1.a; 77.b)}}", named("Remember")),
    module(4, "util:TextAggregator", { parameters: { feeder: 8 }, mapper: { value: "{{1.a" } }),
    router(5, [
      route(setVariable(6, "{{7.v}}", filter("{{6.v}}", "number:gt", "1"))),
      route(module(7, "slack:CreateMessage", { version: 4, onerror: [module(8, "builtin:Break")] })),
      route(),
    ]),
  ],
  { dlq: false },
);

function fingerprints(json: JsonObject): readonly string[] {
  const scenario = buildScenario({
    name: "Test",
    flows: [{ pointer: "/flow", modules: json.flow as readonly unknown[] }],
    metadata: json.metadata,
  });
  return lint({ scenario, json }, { severityOf: () => "warning" })
    .map((finding) => fingerprint(finding, scenario))
    .sort();
}

/** Keys in another order, and modules elsewhere on the canvas. */
function shuffled(value: unknown, order: (key: string) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, key === "x" || key === "y" ? order(key) : shuffled(item, order)] as const,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => order(a) - order(b)));
}

describe("a fingerprint stays the same", () => {
  const before = fingerprints(FAULTY);

  test("in a blueprint that many rules speak about", () => {
    expect(before.length).toBeGreaterThan(12);
    expect(new Set(before).size).toBeGreaterThan(10);
  });

  test("whatever the ids of modules are", () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(ids, (chosen) => {
        const olds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 77];
        const idOf = (id: number): number => chosen[olds.indexOf(id)] ?? id;
        expect(fingerprints(renumbered(FAULTY, idOf) as JsonObject)).toEqual(before);
      }),
    );
  });

  test("whatever the order of keys, and wherever modules stand on the canvas", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.integer(), (orders, seed) => {
        const order = (key: string): number => orders[key] ?? (key.length * 7919 + key.charCodeAt(0) * seed) % 1009;
        expect(fingerprints(shuffled(FAULTY, order) as JsonObject)).toEqual(before);
      }),
    );
  });

  test("when a module is put in front", () => {
    const flow = FAULTY.flow as readonly JsonObject[];
    const [first, ...others] = flow;
    const longer = { ...FAULTY, flow: [first, setVariable(50, "fine"), ...others] };
    expect(fingerprints(longer)).toEqual(before);
  });

  test("when an answer of Make's API is wrapped around it", () => {
    const at = { pointer: "/response/blueprint/metadata/scenario/dlq" };
    const modules: readonly unknown[] = [];
    const wrapped = buildScenario({
      name: "",
      flows: [{ pointer: "/response/blueprint/flow", modules }],
      metadataPointer: "/response/blueprint/metadata",
    });
    const plain = buildScenario({ name: "", flows: [{ pointer: "/flow", modules }] });
    const finding = { rule: "a", messageId: "b" };
    expect(fingerprint({ ...finding, at }, wrapped)).toBe(
      fingerprint({ ...finding, at: { pointer: "/metadata/scenario/dlq" } }, plain),
    );
  });
});

// Blueprints of many origins. They are other people's data and no part of the project; without them nothing is tested.
const CORPUS = new URL("../../../shared/corpus/", import.meta.url);

test.runIf(existsSync(CORPUS))("in no blueprint of the corpus a fingerprint hangs on ids, keys or the canvas", () => {
  const printsIn = (text: string): readonly string[] => {
    const read = readBlueprint(text);
    if (!read.ok) return [];
    const { blueprint: json, root } = read.document;
    const scenario = scenarioOf(read.document);
    return lint({ scenario, json, root }, { severityOf: () => "warning" })
      .map((finding) => fingerprint(finding, scenario))
      .sort();
  };
  const { files } = JSON.parse(readFileSync(new URL("MANIFEST.json", CORPUS), "utf8")) as {
    readonly files: readonly { readonly file: string }[];
  };
  for (const { file } of files) {
    const text = readFileSync(new URL(file, CORPUS), "utf8");
    const other = shuffled(
      renumbered(JSON.parse(text), (id) => 3 * id + 1000),
      (key) => -key.length,
    );
    expect(printsIn(JSON.stringify(other)), file).toEqual(printsIn(text));
  }
});

describe("a fingerprint changes with", () => {
  const scenarioOf = (more: JsonObject, type = "slack:CreateMessage") =>
    buildScenario({ name: "", flows: [{ pointer: "/flow", modules: [webhook(1), module(2, type, more)] }] });
  const scenario = scenarioOf({ mapper: { text: "{{1.a}}", to: "{{1.a}}", n: 1 } });
  const finding = { rule: "a", messageId: "b", at: { pointer: "/flow/1/mapper/text" } };
  const first = fingerprint(finding, scenario);

  test.for<[string, () => string]>([
    ["the rule", () => fingerprint({ ...finding, rule: "c" }, scenario)],
    ["the message", () => fingerprint({ ...finding, messageId: "c" }, scenario)],
    ["the place", () => fingerprint({ ...finding, at: { pointer: "/flow/1/mapper/to" } }, scenario)],
    [
      "the name of a property in place of its value",
      () => fingerprint({ ...finding, at: { ...finding.at, key: true } }, scenario),
    ],
    [
      "the part of a text",
      () => fingerprint({ ...finding, at: { ...finding.at, range: { start: 2, end: 5 } } }, scenario),
    ],
    ["the text", () => fingerprint(finding, scenarioOf({ mapper: { text: "{{1.b}}" } }))],
    ["the module that is read", () => fingerprint(finding, scenarioOf({ mapper: { text: "{{2.a}}" } }))],
    [
      "the name of the module",
      () => fingerprint(finding, scenarioOf({ mapper: { text: "{{1.a}}" }, ...named("Tell") })),
    ],
    [
      "the type of a module without a name",
      () => fingerprint(finding, scenarioOf({ mapper: { text: "{{1.a}}" } }, "a:B")),
    ],
  ])("%s", ([, other]) => {
    expect(other()).toMatch(/^[0-9a-f]{20}$/u);
    expect(other()).not.toBe(first);
  });

  test("nothing of a value that is no text to read", () => {
    const at = { pointer: "/flow/1/mapper" };
    const other = scenarioOf({ mapper: { anything: "else" } });
    expect(fingerprint({ ...finding, at }, scenario)).toBe(fingerprint({ ...finding, at }, other));
  });

  test("and people are told the place in words, without numbers of modules", () => {
    expect(describePlace(finding, scenario)).toBe("slack:CreateMessage › mapper › text");
    expect(describePlace(finding, scenarioOf(named("Tell")))).toBe("Tell › mapper › text");
    expect(describePlace({ ...finding, at: { pointer: "/metadata/scenario/dlq" } }, scenario)).toBe(
      "metadata › scenario › dlq",
    );
  });
});
