import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBlueprintFile } from "../../src/load/read-blueprint-file.ts";
import { buildScenario, type Scenario } from "../../src/model/scenario.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { measure } from "../../src/render/card-size.ts";
import type { Layout } from "../../src/render/geometry.ts";
import { layout } from "../../src/render/layout.ts";
import { pictureOf } from "../../src/render/picture.ts";
import { type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { faultsOf } from "./layout-faults.ts";

const CORPUS = "../shared/corpus/dev";

const scenario = (flow: readonly JsonObject[], metadata: JsonObject = {}): Scenario =>
  buildScenario({ name: "Orders", flows: [{ pointer: "/flow", modules: flow }], metadata });
const place = (given: Scenario): Layout => layout(given, measure(pictureOf(given)), { heading: 60, margin: 20 });
/** Where modules stand, by their ids. */
const places = (given: Scenario): ReadonlyMap<number, { readonly x: number; readonly y: number }> =>
  new Map([...place(given).cells].map(([{ id }, at]) => [id, at]));
const chain = (length: number, from = 1): JsonObject[] =>
  Array.from({ length }, (_, index) => setVariable(from + index));

describe("a layout", () => {
  test("puts a flow in a row from left to right", () => {
    const cells = [...places(scenario([webhook(), setVariable(2), setVariable(3)])).values()];
    expect(new Set(cells.map(({ y }) => y)).size).toBe(1);
    expect(cells.map(({ x }) => x)).toEqual(cells.map(({ x }) => x).toSorted((a, b) => a - b));
  });

  test("goes on in the next row where a flow is long, below everything of the row before", () => {
    const flow = chain(20);
    flow[0] = { ...flow[0], onerror: [module(90, "builtin:Ignore")] };
    const at = places(scenario(flow));
    const rows = [...new Set([...at].filter(([id]) => id < 90).map(([, { y }]) => y))];
    expect(rows).toHaveLength(3);
    expect(rows[1]).toBeGreaterThan(at.get(90)?.y ?? Number.POSITIVE_INFINITY);
    expect(faultsOf(scenario(flow))).toEqual([]);
  });

  test("puts routes below each other, the router at half height", () => {
    const at = places(scenario([webhook(), router(2, [route(setVariable(3)), route(setVariable(4))])]));
    expect(at.get(3)?.x).toBe(at.get(4)?.x);
    expect(at.get(2)?.y).toBe(((at.get(3)?.y ?? 0) + (at.get(4)?.y ?? 0)) / 2);
  });

  test("hangs an error route below its module, and one of an earlier module below that", () => {
    const ignore = (id: number): JsonObject => ({ onerror: [setVariable(id), setVariable(id + 1)] });
    const at = places(scenario([webhook(), setVariable(2, "", ignore(20)), setVariable(3, "", ignore(30))]));
    expect(at.get(30)?.x).toBe(at.get(3)?.x);
    expect(at.get(20)?.y).toBeGreaterThan(at.get(30)?.y ?? 0);
  });

  test("leads branches back to where they meet, also an empty one", () => {
    const branches = [
      { type: "condition", label: "a", merge: true, conditions: [], flow: [setVariable(3), setVariable(4)] },
      { type: "else", label: "", merge: true, flow: [] },
    ];
    const given = scenario([
      webhook(),
      module(2, "builtin:BasicIfElse", { mapper: null, branches }),
      module(5, "builtin:BasicMerge", { mapper: null }),
      setVariable(6),
    ]);
    const merges = place(given).edges.filter(({ kind }) => kind === "merge");
    expect(merges.map(({ from, to }) => [from.id, to?.id])).toEqual([
      [4, 5],
      [2, 5],
    ]);
    expect(faultsOf(given)).toEqual([]);
  });

  test("draws the span of an aggregator from its source on, through routes", () => {
    const aggregator = module(4, "builtin:BasicAggregator", { parameters: { feeder: 2 } });
    const given = scenario([
      webhook(),
      module(2, "builtin:BasicFeeder"),
      router(3, [route(setVariable(5), aggregator), route(setVariable(6))]),
    ]);
    const at = places(given);
    const spans = place(given).spans.map(({ box }) => box);
    const inSpan = (id: number): boolean => {
      const { x, y } = at.get(id) ?? { x: 0, y: 0 };
      return spans.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
    };
    expect([1, 2, 3, 4, 5, 6].filter(inSpan)).toEqual([2, 3, 4, 5]);
  });

  test("draws no span for an aggregator whose source is no module before it", () => {
    const aggregator = (feeder: number): JsonObject => module(3, "builtin:BasicAggregator", { parameters: { feeder } });
    expect(place(scenario([webhook(), aggregator(9), setVariable(4)])).spans).toEqual([]);
    expect(place(scenario([webhook(), aggregator(4), setVariable(4)])).spans).toEqual([]);
  });

  test("puts chains that hang on nothing below", () => {
    const given = scenario([webhook()], { designer: { orphans: [chain(2, 2), chain(1, 4)] } });
    const at = places(given);
    expect(at.get(2)?.y).toBeGreaterThan(at.get(1)?.y ?? 0);
    expect(at.get(4)?.y).toBeGreaterThan(at.get(2)?.y ?? 0);
    expect(faultsOf(given)).toEqual([]);
  });

  test("has room for nothing", () => {
    expect(place(scenario([]))).toMatchObject({ edges: [], gates: [] });
  });

  test("places 5,000 modules in a row, and 500 routes, at once", () => {
    const started = performance.now();
    expect(place(scenario(chain(5000))).cells.size).toBe(5000);
    const routes = Array.from({ length: 500 }, (_, index) => route(...chain(10, 10 + index * 10)));
    expect(place(scenario([webhook(), router(2, routes)])).cells.size).toBe(5002);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("nothing overlaps, no line crosses another or runs through words", () => {
  test("in any scenario", () => {
    fc.assert(
      fc.property(anyFlow(2), (flow) => {
        expect(faultsOf(scenario(numbered(flow)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  const files = existsSync(CORPUS)
    ? readdirSync(CORPUS).filter((name) => name.endsWith(".json") && name !== "MANIFEST.json")
    : [];
  test.skipIf(files.length === 0)("in real blueprints (needs ../shared/corpus)", async () => {
    const faults: string[] = [];
    for (const file of files) {
      const read = await readBlueprintFile(join(CORPUS, file));
      if (read.ok) faults.push(...faultsOf(scenarioOf(read.document)).map((fault) => `${file}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

/** Any flow: names and conditions of all lengths, and whatever may hang on a module, so deep. */
function anyFlow(depth: number): fc.Arbitrary<JsonObject[]> {
  const name = fc.constantFrom("", "Short", "A name that needs more than one line", "W".repeat(60));
  const condition = fc.option(
    fc.constantFrom("", "Large", "only what was ordered yesterday and not yet paid, by anybody", "x".repeat(80)),
    { nil: undefined, freq: 2 },
  );
  const plain = fc
    .record({ name, condition, note: fc.boolean() })
    .map(({ name: title, condition: filterName, note }): JsonObject => {
      const filter = filterName === undefined ? {} : { filter: { name: filterName, conditions: [] } };
      return module(0, "slack:CreateMessage", { ...filter, note, metadata: { designer: { name: title } } });
    });
  if (depth === 0) return fc.array(plain, { minLength: 1, maxLength: 4 });
  const inner = anyFlow(depth - 1);
  const withHandler = fc.tuple(plain, inner).map(([owner, onerror]): JsonObject => ({ ...owner, onerror }));
  const withTools = fc
    .tuple(plain, fc.array(inner, { maxLength: 3 }))
    .map(([owner, flows]): JsonObject => ({ ...owner, tools: flows.map((flow) => ({ name: "look up", flow })) }));
  const routed = fc.array(fc.oneof(inner, fc.constant([])), { minLength: 1, maxLength: 4 }).map((flows) =>
    router(
      0,
      flows.map((flow) => route(...flow)),
      { parameters: { else: flows.length - 1 } },
    ),
  );
  const branched = fc
    .tuple(fc.array(fc.tuple(fc.oneof(inner, fc.constant([])), fc.boolean()), { minLength: 1, maxLength: 3 }), plain)
    .map(([flows, merge]): JsonObject[] => [
      module(0, "builtin:BasicIfElse", {
        branches: flows.map(([flow, merges]) => ({ type: "condition", label: "when so", merge: merges, flow })),
      }),
      { ...merge, module: "builtin:BasicMerge" },
    ]);
  const step = fc.oneof(
    { weight: 4, arbitrary: plain.map((item) => [item]) },
    { weight: 2, arbitrary: withHandler.map((item) => [item]) },
    { weight: 1, arbitrary: withTools.map((item) => [item]) },
    { weight: 1, arbitrary: branched },
  );
  return fc
    .tuple(fc.array(step, { minLength: 1, maxLength: depth === 2 ? 14 : 3 }), fc.option(routed, { nil: undefined }))
    .map(([steps, last]) => [...steps.flat(), ...(last ? [last] : [])]);
}

/** The same flow with ids. */
function numbered(flow: readonly JsonObject[]): JsonObject[] {
  let id = 0;
  const number = (items: readonly JsonObject[]): JsonObject[] =>
    items.map((item) => {
      id += 1;
      const own = { ...item, id };
      const inside = (key: string): JsonObject =>
        Array.isArray(item[key])
          ? { [key]: item[key].map((child: { flow: JsonObject[] }) => ({ ...child, flow: number(child.flow) })) }
          : {};
      const handler = Array.isArray(item.onerror) ? { onerror: number(item.onerror as JsonObject[]) } : {};
      return { ...own, ...inside("routes"), ...inside("branches"), ...inside("tools"), ...handler };
    });
  return number(flow);
}
