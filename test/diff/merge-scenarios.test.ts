import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { type MergedScenario, mergeStates } from "../../src/diff/merge-scenarios.ts";
import type { Flow, Module, Scenario } from "../../src/model/scenario.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { faultsOf } from "../render/layout-faults.ts";
import { sideOf } from "./said.ts";

const merged = (before: readonly JsonObject[], after: readonly JsonObject[]): MergedScenario =>
  mergeStates(sideOf(blueprint(before)), sideOf(blueprint(after)));

/** Both states in a line: `1 2- 3+ [4 | 5-] !(6)`; tools and branches as routes. */
function drawing({ scenario, statesOf }: MergedScenario): string {
  const inFlow = ({ modules }: Flow): string => modules.map(inModule).join(" ");
  const inModule = (given: Module): string => {
    const { before, after } = statesOf(given);
    const sign = before === undefined ? "+" : after === undefined ? "-" : "";
    const flows = [...given.routes, ...given.branches, ...given.tools];
    const inside = flows.length > 0 ? ` [${flows.map(inFlow).join(" | ")}]` : "";
    return `${given.id}${sign}${inside}${given.handler ? ` !(${inFlow(given.handler)})` : ""}`;
  };
  return [...scenario.flows, ...scenario.orphans].map(inFlow).join(" / ");
}

const named = (id: number, name: string, more: JsonObject = {}): JsonObject =>
  setVariable(id, name, { metadata: { designer: { x: 0, y: 0, name } }, ...more });
const one = named(2, "one");
const two = named(3, "two");
const post = module(4, "slack:CreateMessage", { version: 4, mapper: { text: "Something else" } });
const start = webhook();
const ignored = (id: number): JsonObject => ({ onerror: [module(id, "builtin:Ignore")] });

describe("what is gone stands where it stood", () => {
  test.for<[string, readonly JsonObject[], readonly JsonObject[], string]>([
    ["nothing has changed", [start, one], [start, one], "1 2"],
    ["one between two", [start, one, two], [start, two], "1 2- 3"],
    ["one in place of another", [start, one, two], [start, post, two], "1 2- 4+ 3"],
    ["the first one", [start, one], [one], "1- 2"],
    ["the last two", [start, one, two], [start], "1 2- 3-"],
    ["an error handler", [start, { ...one, ...ignored(9) }], [start, one], "1 2 !(9-)"],
    ["a new error handler", [start, one], [start, { ...one, ...ignored(9) }], "1 2 !(9+)"],
    [
      "a route: behind those that are there",
      [start, router(9, [route(one), route(two)])],
      [start, router(9, [route(two), route(post)])],
      "1 9 [3 | 4+ | 2-]",
    ],
    [
      "a router of which the modules stayed, at the end",
      [start, router(9, [route(one, two), route(post)])],
      [start, one, two],
      "1 2 3 9- [ | 4-]",
    ],
    [
      "a router in place of another one",
      [start, router(9, [route(two)], { parameters: { else: 0 } })],
      [start, module(8, "builtin:BasicIfElse", { branches: [{ type: "else", flow: [post] }] }), two],
      "1 8+ [4+] 3 9- []",
    ],
    [
      "a route whose modules have gone elsewhere is not drawn",
      [start, router(9, [route(one), route(two)])],
      [start, one, router(9, [route(two)])],
      "1 2 9 [3]",
    ],
  ])("%s", ([, before, after, expected]) => {
    expect(drawing(merged(before, after))).toBe(expected);
  });

  test("chains that hang on nothing, too", () => {
    const orphans = (...chains: readonly JsonObject[][]): JsonObject => ({ designer: { orphans: chains } });
    const before = sideOf(blueprint([start], {}, orphans([one], [two])));
    const after = sideOf(blueprint([start], {}, orphans([two])));
    expect(drawing(mergeStates(before, after))).toBe("1 / 3 / 2-");
  });

  test("all of a scenario that is gone, or new", () => {
    const side = sideOf(blueprint([start, one]));
    expect(drawing(mergeStates(side, undefined))).toBe("1- 2-");
    expect(drawing(mergeStates(undefined, side))).toBe("1+ 2+");
  });
});

describe("numbers", () => {
  const reads = (id: number, of: number): JsonObject => named(id, "last", filter(`{{${of}.value}}`, "exist"));
  const inWords = ({ scenario }: MergedScenario, name: string): unknown =>
    scenario.modules.find((each) => each.name === name)?.source.filter;

  test("of what is gone are kept where nobody else has them", () => {
    expect(drawing(merged([start, one, two], [start, two]))).toBe("1 2- 3");
  });

  test("of what is gone are no others' when all are numbered anew", () => {
    const both = merged(
      [start, named(2, "gone"), named(3, "stays"), reads(4, 2)],
      [start, { ...named(2, "stays"), mapper: named(3, "stays").mapper as JsonObject }],
    );
    const gone = both.scenario.modules.filter((each) => both.statesOf(each).after === undefined);
    expect(gone.map(({ name }) => name)).toEqual(["gone", "last"]);
    const [first] = gone;
    expect(both.scenario.find(first?.id ?? 0)).toBe(first);
    expect(both.scenario.find(2)?.name).toBe("stays");
    // Mappings of what is gone name what they named.
    expect(JSON.stringify(inWords(both, "last"))).toContain(`{{${first?.id}.value}}`);
  });

  test("of a fallback that is none of the routes name none of those that are gone", () => {
    const both = merged(
      [start, router(9, [route(one), route(two)], { parameters: { else: 1 } })],
      [start, router(9, [route(one)], { parameters: { else: 1 } })],
    );
    expect(both.scenario.find(9)?.routes).toHaveLength(2);
    expect(both.scenario.find(9)?.source.parameters).toEqual({});
  });
});

const CORPUS = "../shared/corpus/dev";
const scenariosIn = (folder: string): readonly (readonly [string, ReturnType<typeof sideOf>])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".deploy.json"))
    .flatMap((name) => {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      const read = text.length > 150_000 ? undefined : readBlueprint(text);
      return read?.ok ? [[name, sideOf(read.document.json)] as const] : [];
    });

test("whatever two scenarios are merged, each module stands there once, and nothing overlaps or crosses", () => {
  const sides = [
    ...scenariosIn("dist-blueprints/certain"),
    ...(existsSync(CORPUS) ? scenariosIn(CORPUS).filter((_, index) => index % 5 === 0) : []),
  ];
  expect(sides.length).toBeGreaterThan(4);
  const faults: string[] = [];
  sides.forEach(([name, before], index) => {
    const [other, after] = sides[(index + 1) % sides.length] as (typeof sides)[number];
    const both = mergeStates(before, after);
    const states = both.scenario.modules.map(both.statesOf);
    const found = (side: "before" | "after"): readonly unknown[] =>
      states.flatMap((state) => state[side]?.pointer ?? []).sort();
    const given = ({ modules }: Scenario): readonly unknown[] => modules.map(({ pointer }) => pointer).sort();
    expect(found("before"), `${name} → ${other}`).toEqual(given(before.scenario));
    expect(found("after"), `${name} → ${other}`).toEqual(given(after.scenario));
    faults.push(...faultsOf(both.scenario).map((fault) => `${name} → ${other}: ${fault}`));
  });
  expect(faults).toEqual([]);
});
