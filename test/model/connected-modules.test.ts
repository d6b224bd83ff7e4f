import { expect, test } from "vitest";
import { connectedModules } from "../../src/model/connected-modules.ts";
import { isInside } from "../../src/model/is-inside.ts";
import { buildScenario } from "../../src/model/scenario.ts";

const step = (id: number, more = {}) => ({ id, module: "util:SetVariable2", version: 1, ...more });

const scenario = buildScenario({
  name: "Test",
  flows: [{ pointer: "/flow", modules: [step(1, { onerror: [step(2, { routes: [{ flow: [step(3)] }] })] }), step(4)] }],
  metadata: { designer: { orphans: [[step(5, { onerror: [step(6)] })]] } },
});

test("modules that hang on nothing, and what hangs on them, are not connected", () => {
  expect(connectedModules(scenario).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

test("a module is inside of all flows around it", () => {
  const inside = (kind: Parameters<typeof isInside>[1]) =>
    scenario.modules.filter((module) => isInside(module, kind)).map(({ id }) => id);
  expect(inside("handler")).toEqual([2, 3, 6]);
  expect(inside("route")).toEqual([3]);
  expect(inside("main")).toEqual([1, 2, 3, 4]);
  expect(inside("orphan")).toEqual([5, 6]);
  expect(inside("tool")).toEqual([]);
});
