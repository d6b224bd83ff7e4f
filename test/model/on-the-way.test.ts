import { expect, test } from "vitest";
import { onTheWay } from "../../src/model/on-the-way.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";

/** The ids of the modules that each module was reached over. */
function waysOf(flow: readonly JsonObject[]): Readonly<Record<number, string>> {
  const scenario = buildScenario({ name: "", flows: [{ pointer: "/flow", modules: flow }] });
  const ways = onTheWay(scenario, "", (way, { id }) => `${way} ${id}`);
  return Object.fromEntries([...ways].map(([{ id }, way]) => [id, way.trim()]));
}

test("a module is reached over those before it and what it hangs on, and not over other routes", () => {
  const ways = waysOf([
    webhook(),
    router(2, [route(setVariable(3), setVariable(4)), route(router(5, [route(setVariable(6))]))]),
  ]);
  expect(ways).toEqual({ 1: "", 2: "1", 3: "1 2", 4: "1 2 3", 5: "1 2", 6: "1 2 5" });
});

test("an error handler is reached without the module that failed", () => {
  const failing = module(2, "slack:CreateMessage", { onerror: [setVariable(3), module(4, "builtin:Ignore")] });
  expect(waysOf([webhook(), failing, setVariable(5)])).toEqual({ 1: "", 2: "1", 3: "1", 4: "1 3", 5: "1 2" });
});

test("what is carried may be nothing", () => {
  const scenario = buildScenario({ name: "", flows: [{ pointer: "/flow", modules: [webhook(), setVariable(2)] }] });
  const ways = onTheWay<number | undefined>(scenario, 1, () => undefined);
  expect([...ways.values()]).toEqual([1, undefined]);
});
