import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { estimateCredits } from "../../src/lint/credits.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { filter, type JsonObject, module, route, router, setVariable, webhook } from "./blueprints.ts";

const estimate = (flow: readonly JsonObject[], schedule?: unknown) =>
  estimateCredits(buildScenario({ name: "", flows: [{ pointer: "/flow", modules: flow }] }), catalog, schedule);
const perRun = (...flow: readonly JsonObject[]) => estimate(flow).perRun;

const poll = module(1, "google-sheets:watchRows", { version: 2 });
const search = (id: number) => module(id, "google-sheets:filterRows", { version: 2 });
const branch = (type: string, ...flow: readonly JsonObject[]): JsonObject => ({ type, label: "", merge: true, flow });
const ifElse = (id: number, ...branches: readonly JsonObject[]) =>
  module(id, "builtin:BasicIfElse", { mapper: null, branches });
const repeater = (id: number, repeats: unknown) =>
  module(id, "builtin:BasicRepeater", { mapper: { start: "1", repeats, step: "1" } });

describe("a run costs", () => {
  test("a credit for each module", () => {
    expect(perRun(setVariable(1), setVariable(2))).toEqual({ least: 2, oneBundle: 2 });
  });

  test("a credit for a module that nothing is known of, which may give no bundle", () => {
    expect(perRun(module(1, "my-app:Do"), setVariable(2))).toEqual({ least: 1, oneBundle: 2 });
  });

  test("only the trigger when it finds nothing", () => {
    expect(perRun(poll, setVariable(2), setVariable(3))).toEqual({ least: 1, oneBundle: 3 });
  });

  test("only the search when it finds nothing", () => {
    expect(perRun(setVariable(1), search(2), setVariable(3))).toEqual({ least: 2, oneBundle: 3 });
  });

  test("what stands before a filter that lets nothing through", () => {
    const filtered = setVariable(2, "", filter("{{1.v}}", "exist"));
    expect(perRun(setVariable(1), filtered, setVariable(3))).toEqual({ least: 1, oneBundle: 3 });
  });

  test("each route of a router, and nothing for the router itself", () => {
    const routes = [route(setVariable(3)), route(setVariable(4, "", filter("{{1.v}}", "exist")), setVariable(5))];
    expect(perRun(setVariable(1), router(2, routes))).toEqual({ least: 2, oneBundle: 4 });
  });

  test("nothing for certain for the fallback, and nothing at all for a disabled route", () => {
    const routes = [{ ...route(setVariable(3)), disabled: true }, route(setVariable(4))];
    expect(perRun(setVariable(1), router(2, routes, { parameters: { else: 1 } }))).toEqual({ least: 1, oneBundle: 2 });
  });

  test("one branch of an if-else, and what follows the merge", () => {
    const cheap = branch("condition", setVariable(3));
    const dear = branch("else", setVariable(4), setVariable(5));
    const flow = [setVariable(1), ifElse(2, cheap, dear), module(6, "builtin:BasicMerge"), setVariable(7)];
    expect(perRun(...flow)).toEqual({ least: 3, oneBundle: 4 });
  });

  test("no branch for certain where there is no else", () => {
    const flow = [setVariable(1), ifElse(2, branch("condition", setVariable(3))), setVariable(4)];
    expect(perRun(...flow)).toEqual({ least: 1, oneBundle: 3 });
  });

  test("as often as a repeater repeats, up to its aggregator", () => {
    const collect = module(4, "util:TextAggregator", { parameters: { feeder: 2 } });
    const flow = [setVariable(1), repeater(2, "5"), setVariable(3), collect, setVariable(5)];
    expect(perRun(...flow)).toEqual({ least: 12, oneBundle: 13 });
  });

  test("once where a repeater's number is known only at run time", () => {
    expect(perRun(setVariable(1), repeater(2, "{{1.v}}"), setVariable(3))).toEqual({ least: 2, oneBundle: 3 });
  });

  test("nothing for error handlers", () => {
    const failing = setVariable(2, "", { onerror: [setVariable(3), module(4, "builtin:Ignore")] });
    expect(perRun(setVariable(1), failing)).toEqual({ least: 2, oneBundle: 2 });
  });

  test("nothing for a module whose price depends on the data, which is named", () => {
    const { perRun: cost, unknown } = estimate([setVariable(1), module(2, "code:ExecuteCode", { version: 0 })]);
    expect(cost).toEqual({ least: 1, oneBundle: 1 });
    expect(unknown.map(({ id }) => id)).toEqual([2]);
  });
});

describe("a month costs", () => {
  test("so many runs", () => {
    const { runsPerMonth, perMonth } = estimate([poll, setVariable(2)], { type: "indefinitely", interval: 900 });
    expect(runsPerMonth).toBe(2880);
    expect(perMonth).toEqual({ least: 2880, oneBundle: 5760 });
  });

  test("what nobody can tell where something outside starts it", () => {
    expect(estimate([webhook()], { type: "immediately" }).perMonth).toBeUndefined();
    expect(estimate([poll]).perMonth).toBeUndefined();
  });
});

test("a long scenario is estimated in one go", () => {
  const flow = Array.from({ length: 50_000 }, (_, index) => setVariable(index + 1));
  expect(perRun(...flow)).toEqual({ least: 50_000, oneBundle: 50_000 });
});
