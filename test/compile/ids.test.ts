import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { writeBlueprint } from "../../src/blueprint/write.ts";
import { compile } from "../../src/compile/compile.ts";
import { stepKeys } from "../../src/compile/step-keys.ts";
import type { Flow } from "../../src/dsl/flow.ts";
import { always, branch, exists, iml, now, onError, scenario } from "../../src/index.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { environment } from "../dsl/printed.ts";
import { endsFlow, flowsOf, replaceFlow, scenarioFor, type Tree, trees } from "./trees.ts";

/** The id of each module, by what it is recognized by. */
const idsOf = ({ name, flow }: Blueprint): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...stepKeys(buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }] }))].map(([{ id }, key]) => [
      key,
      id,
    ]),
  );

const print = (tree: Tree, before?: Blueprint): Blueprint =>
  compile(scenarioFor(tree), environment(), before).blueprint;

const compiled = (steps: (flow: Flow) => void, before?: Blueprint): Blueprint =>
  compile(scenario("Test", {}, steps), environment(), before).blueprint;

const sleep = tools.sleep({ duration: 1 });
const chain =
  (...names: string[]) =>
  (flow: Flow) => {
    for (const name of names) flow.step(name, sleep);
  };

describe("ids", () => {
  test("count from 1 in the order of the source", () => {
    const blueprint = compiled((flow) => {
      flow.step("A", sleep, {
        onError: (flow) => {
          flow.step("A failed", sleep);
          return onError.ignore();
        },
      });
      flow.router("Split", [always("1", chain("B", "C")), always("2", chain("D"))]);
    });
    expect(Object.entries(idsOf(blueprint)).map(([, id]) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test.for<[string, string[], Record<string, number>]>([
    ["put in front", ["New", "A", "B", "C"], { New: 4, A: 1, B: 2, C: 3 }],
    ["put in the middle", ["A", "New", "B", "C"], { A: 1, New: 4, B: 2, C: 3 }],
    ["put at the end", ["A", "B", "C", "New"], { A: 1, B: 2, C: 3, New: 4 }],
    ["taken away", ["A", "C"], { A: 1, C: 3 }],
    ["moved", ["C", "A", "B"], { C: 3, A: 1, B: 2 }],
    ["renamed", ["A", "Bee", "C"], { A: 1, Bee: 2, C: 3 }],
  ])("stay when a step is %s", ([, names, expected]) => {
    expect(idsOf(compiled(chain(...names), compiled(chain("A", "B", "C"))))).toEqual(expected);
  });

  test("are not given again while the last one is in use", () => {
    const without = compiled(chain("A", "C"), compiled(chain("A", "B", "C")));
    expect(idsOf(compiled(chain("A", "New", "C"), without))).toEqual({ A: 1, C: 3, New: 4 });
  });

  test("go on behind those of an export, whatever stands there for a module without a number", () => {
    const editor = { steps: { A: { id: 7 }, B: { id: 2 ** 31 } } };
    const { blueprint } = compile(scenario("Test", {}, chain("A", "B", "New")), environment(), undefined, editor);
    expect(idsOf(blueprint)).toEqual({ A: 7, B: 2 ** 31, New: 8 });
  });

  test("stay with a step that moves into a route", () => {
    const before = compiled(chain("A", "B"));
    const after = compiled((flow) => flow.router("Split", [always("1", chain("B")), always("2", chain("A"))]), before);
    expect(idsOf(after)).toEqual({ Split: 3, B: 2, A: 1 });
  });

  test("stay with directives when steps are put in front of them", () => {
    const failing =
      (...names: string[]) =>
      (flow: Flow): void =>
        void flow.step("A", sleep, {
          onError: (flow) => {
            chain(...names)(flow);
            return onError.store();
          },
        });
    const before = compiled(failing());
    expect(compiled(failing("New", "Newer"), before).flow).toMatchObject([
      { id: 1, onerror: [{ id: 3 }, { id: 4 }, { id: 2, module: "builtin:Break" }] },
    ]);
  });

  test("stay with merges, whatever comes before and behind them", () => {
    const either = (name: string) => (flow: Flow) =>
      void flow.ifElse(name, [
        branch("Yes", exists(now), (inner) => {
          inner.step(`${name} 1`, sleep);
          return { value: "x" };
        }),
      ]);
    const both =
      (...parts: ((flow: Flow) => void)[]) =>
      (flow: Flow): void => {
        for (const part of parts) part(flow);
      };
    const before = compiled(both(either("First"), either("Second")));
    const ids = idsOf(before);
    const after = idsOf(
      compiled(both(either("New"), chain("X"), either("First"), chain("Y"), either("Second"), chain("Z")), before),
    );
    expect(after).toMatchObject(ids);
    expect(Object.keys(ids)).toHaveLength(6);
  });

  test("of references follow their steps", () => {
    const use = (flow: Flow) => {
      const made = flow.step("Make", tools.compose({ value: "x" }));
      flow.step("Use", tools.compose({ value: iml`${made.value}` }));
    };
    const before = compiled(use);
    const after = compiled((flow) => {
      flow.step("New", sleep);
      use(flow);
    }, before);
    expect(after.flow).toMatchObject([{ id: 3 }, { id: 1 }, { id: 2, mapper: { value: "{{1.value}}" } }]);
  });
});

describe("a blueprint that was edited by hand", () => {
  const module = (id: unknown, name: string) => ({
    id,
    module: "util:FunctionSleep",
    version: 1,
    metadata: { designer: { x: 0, y: 0, name } },
  });
  const lock = (...modules: object[]) =>
    ({ name: "Test", flow: modules, metadata: { version: 1 } }) as unknown as Blueprint;

  test("may give one id twice: the first keeps it", () => {
    expect(idsOf(compiled(chain("A", "B"), lock(module(7, "A"), module(7, "B"))))).toEqual({ A: 7, B: 8 });
  });

  test.for([0, -1, 1.5, "3", null, 2 ** 60])("may have %o for an id, which is not kept", (id) => {
    expect(idsOf(compiled(chain("A", "B"), lock(module(id, "A"), module(5, "B"))))).toEqual({ A: 6, B: 5 });
  });

  test("may name two modules alike: the first of them is recognized by it", () => {
    expect(idsOf(compiled(chain("A", "B"), lock(module(1, "A"), module(2, "A"))))).toEqual({ A: 1, B: 2 });
    expect(idsOf(compiled(chain("A"), lock(module(1, "A"), module(2, "A"))))).toEqual({ A: 1 });
  });
});

describe("of scenarios of any shape", () => {
  test("the blueprint is the same, byte by byte, when it is compiled again", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const before = print(tree);
        expect(writeBlueprint(print(tree, before))).toBe(writeBlueprint(before));
        expect(writeBlueprint(print(tree))).toBe(writeBlueprint(before));
      }),
    );
  });

  test("no id is given twice, and every other module keeps its own when a step is put in anywhere", () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (tree, which, where) => {
        const before = print(tree);
        const flows = flowsOf(tree);
        const flow = flows[which % flows.length] as Tree;
        const places = flow.length + (flow.some(endsFlow) ? 0 : 1);
        const node = { name: "New", handler: undefined, split: undefined };
        const after = idsOf(print(replaceFlow(tree, flow, flow.toSpliced(where % places, 0, node)), before));
        const ids = Object.values(after);
        expect(new Set(ids).size).toBe(ids.length);
        expect(after).toEqual({ ...idsOf(before), New: Math.max(...Object.values(idsOf(before))) + 1 });
      }),
    );
  });

  test("every other step keeps its id when one is taken away", () => {
    fc.assert(
      fc.property(trees, fc.nat(), (tree, which) => {
        const before = print(tree);
        const flow = flowsOf(tree).find((steps) => steps.length > 1);
        fc.pre(flow !== undefined);
        const gone = flow[which % flow.length];
        const after = idsOf(
          print(
            replaceFlow(
              tree,
              flow,
              flow.filter((node) => node !== gone),
            ),
            before,
          ),
        );
        const ids = idsOf(before);
        for (const [name, id] of Object.entries(after))
          if (/^Step \d+$/u.test(name)) expect([name, id]).toEqual([name, ids[name]]);
      }),
    );
  });
});
