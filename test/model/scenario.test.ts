import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appOf, buildScenario, type Module, next, previous } from "../../src/model/scenario.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";
import { blueprint, type JsonObject, module, route, router } from "../lint/blueprints.ts";

const build = (json: JsonObject) =>
  buildScenario({
    name: String(json.name),
    flows: [{ pointer: "/flow", modules: json.flow as readonly unknown[] }],
    metadata: json.metadata,
  });
const step = (id: unknown, more: JsonObject = {}) => module(id, "util:SetVariable2", more);
const ids = (modules: readonly Module[]) => modules.map(({ id }) => id);

describe("the tree of a scenario", () => {
  const json = blueprint(
    [
      step(1, { onerror: [step(2), step(3)] }),
      step(4, { tools: [{ name: "t", flow: [step(5)] }] }),
      module(6, "builtin:BasicIfElse", { branches: [{ type: "else", flow: [step(7)] }] }),
      router(8, [route(step(9), step(10)), { disabled: true, flow: [step(11)] }]),
    ],
    { dlq: true },
    { designer: { orphans: [[step(12), step(13)], [step(14)]] } },
  );
  const scenario = build(json);

  test("has every module once, in reading order, orphans last", () => {
    expect(ids(scenario.modules)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  test("knows where each module stands in the file", () => {
    for (const found of scenario.modules) expect(resolvePointer(json, found.pointer)).toBe(found.source);
  });

  test("knows what a flow hangs on", () => {
    const places = scenario.modules.map(({ id, flow: { kind, index, owner } }) => [id, kind, index, owner?.id]);
    expect(places).toEqual([
      [1, "main", 0, undefined],
      [2, "handler", 0, 1],
      [3, "handler", 0, 1],
      [4, "main", 0, undefined],
      [5, "tool", 0, 4],
      [6, "main", 0, undefined],
      [7, "branch", 0, 6],
      [8, "main", 0, undefined],
      [9, "route", 0, 8],
      [10, "route", 0, 8],
      [11, "route", 1, 8],
      [12, "orphan", 0, undefined],
      [13, "orphan", 0, undefined],
      [14, "orphan", 1, undefined],
    ]);
  });

  test("knows what stands in front and behind", () => {
    const [first, , , fourth] = scenario.modules as [Module, Module, Module, Module];
    expect([previous(first)?.id, next(first)?.id, previous(fourth)?.id, next(fourth)?.id]).toEqual([
      undefined,
      4,
      1,
      6,
    ]);
  });

  test("has the settings, and the routes' own objects", () => {
    expect(scenario.settings.dlq).toBe(true);
    expect(scenario.find(11)?.flow.source).toMatchObject({ disabled: true });
    expect(scenario.orphans.map(({ pointer }) => pointer)).toEqual([
      "/metadata/designer/orphans/0",
      "/metadata/designer/orphans/1",
    ]);
  });

  test("finds the first of several modules with one id", () => {
    const twice = build(blueprint([step(1, { metadata: { designer: { name: "First" } } }), step(1)]));
    expect(twice.find(1)?.name).toBe("First");
    expect(twice.find(2)).toBeUndefined();
  });

  test("may be a fragment of several flows", () => {
    const copied = buildScenario({
      name: "",
      isFragment: true,
      flows: [
        { pointer: "/subflows/0/flow", modules: [step(1)] },
        { pointer: "/subflows/1/flow", modules: [step(2)] },
      ],
    });
    expect([copied.isFragment, copied.flows.length, copied.find(2)?.pointer]).toEqual([true, 2, "/subflows/1/flow/0"]);
    expect([copied.metadata, copied.settings]).toEqual([{}, {}]);
  });
});

describe("whatever a file says", () => {
  test("what is no module is left out, and the others keep their places", () => {
    const scenario = build(blueprint([null, step(1), 5, { id: 2 }, { module: 7 }, step(3)] as unknown as JsonObject[]));
    expect(scenario.modules.map(({ pointer, position }) => [pointer, position])).toEqual([
      ["/flow/1", 0],
      ["/flow/5", 1],
    ]);
  });

  test("a name is a text that says something", () => {
    const named = (name: unknown) => step(1, { metadata: { designer: { name } } });
    const names = build(blueprint([named("A"), named(""), named(5), named(undefined), step(1, { metadata: null })]));
    expect(names.modules.map(({ name }) => name)).toEqual(["A", undefined, undefined, undefined, undefined]);
  });

  test("building never fails, and every flow's modules know their place in it", () => {
    const item = fc.letrec<{ module: unknown; any: unknown }>((tie) => ({
      any: fc.oneof(fc.constantFrom(null, 5, "x", [], {}), fc.array(tie("module"), { maxLength: 3 })),
      module: fc.record(
        {
          id: fc.oneof(fc.nat(), fc.string()),
          module: fc.oneof(fc.constant("a:B"), fc.nat()),
          routes: fc.oneof(tie("any"), fc.array(fc.record({ flow: tie("any") }), { maxLength: 2 })),
          branches: fc.oneof(tie("any"), fc.array(fc.record({ flow: tie("any") }), { maxLength: 2 })),
          onerror: tie("any"),
          tools: tie("any"),
          metadata: tie("any"),
        },
        { requiredKeys: ["id", "module"] },
      ),
    })).module;
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (flow) => {
        const scenario = build({ name: "x", flow });
        for (const found of scenario.modules) {
          expect(found.flow.modules[found.position]).toBe(found);
          expect(resolvePointer({ flow }, found.pointer)).toBe(found.source);
        }
      }),
    );
  });
});

test.for([
  ["slack:CreateMessage", "slack"],
  ["app#hitl-x1:createRequest", "app#hitl-x1"],
  ["nothing", ""],
  [":x", ""],
] as const)("the app of %s is %j", ([type, app]) => {
  expect(appOf(type)).toBe(app);
});
