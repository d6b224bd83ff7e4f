import { expect, test } from "vitest";
import { describeFlow } from "../../src/model/describe-flow.ts";
import { buildScenario, type Flow } from "../../src/model/scenario.ts";

const step = (id: number, more = {}) => ({ id, module: "util:SetVariable2", version: 1, ...more });

const scenario = buildScenario({
  name: "Test",
  flows: [
    {
      pointer: "/flow",
      modules: [
        step(1, { onerror: [step(2)] }),
        step(3, { tools: [{ name: "t", flow: [step(4)] }] }),
        step(5, {
          branches: [
            { type: "condition", label: "urgent", flow: [step(6)] },
            { type: "condition", label: "", flow: [step(7)] },
            { type: "else", label: "", flow: [step(8)] },
          ],
        }),
        step(9, { metadata: { designer: { name: "By team" } }, routes: [{ flow: [step(10)] }, { flow: [step(11)] }] }),
      ],
    },
  ],
  metadata: { designer: { orphans: [[step(12)]] } },
});

const flowOf = (id: number): Flow => {
  const module = scenario.find(id);
  if (module === undefined) throw new RangeError(`No module ${id}`);
  return module.flow;
};

test.for([
  [1, "The main flow"],
  [2, "The error handler of `util:SetVariable2 (1)`"],
  [4, "Tool 1 of `util:SetVariable2 (3)`"],
  [6, "Branch `urgent` of `util:SetVariable2 (5)`"],
  [7, "Branch 2 of `util:SetVariable2 (5)`"],
  [8, "The else branch of `util:SetVariable2 (5)`"],
  [10, "Route 1 of `By team (9)`"],
  [11, "Route 2 of `By team (9)`"],
  [12, "A chain of modules that hangs on nothing"],
] as const)("the flow of module %i is called %s", ([id, name]) => {
  expect(describeFlow(flowOf(id))).toBe(name);
});
