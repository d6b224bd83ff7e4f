import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import type { Blueprint, ModuleObject } from "../../src/blueprint/blueprint.ts";
import { compile } from "../../src/compile/compile.ts";
import type { EditorData } from "../../src/compile/editor-data.ts";
import { always, type Flow, onError, scenario } from "../../src/index.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { environment } from "../dsl/printed.ts";
import { flowsOf, replaceFlow, scenarioFor, type Tree, trees } from "./trees.ts";

const wait = tools.sleep({ duration: 1 });
const note = tools.compose({ value: "x" });

const compiled = (steps: (flow: Flow) => void, before?: Blueprint, editor?: EditorData): Blueprint =>
  compile(scenario("Test", {}, steps), environment(), before, editor).blueprint;

/** Steps that wait; those in small letters note something. */
const chain =
  (names: string) =>
  (flow: Flow): void => {
    for (const name of names.split(" ")) flow.step(name, name === name.toLowerCase() ? note : wait);
  };

/** `A1 B2`: the name and number of each module in reading order, without a name its type. */
const numbered = ({ name, flow }: Blueprint): string =>
  buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }] })
    .modules.map((module) => `${module.name ?? module.type}${module.id}`)
    .join(" ");

describe("a renamed step", () => {
  test.for<[string, string, string, string]>([
    ["the only one that is gone is the only new one", "A B C", "A X C", "A1 X2 C3"],
    ["it is the only one of its kind", "A b C", "X y C", "X1 y2 C3"],
    ["it is moved as well", "A B C", "C A X", "C3 A1 X2"],
    ["two of a row are", "A B C D", "A X Y D", "A1 X2 Y3 D4"],
    ["all are", "A B C D E", "V W X Y Z", "V1 W2 X3 Y4 Z5"],
    ["two are, far from each other", "A B C D E", "A X C Y E", "A1 X2 C3 Y4 E5"],
    ["another one is put in elsewhere", "A B C", "A X C Y", "A1 X2 C3 Y4"],
    ["another one is taken away elsewhere", "A B C D E", "A X C E", "A1 X2 C3 E5"],
    ["one of another kind is put in beside it", "A B C", "A X y C", "A1 X2 y4 C3"],
  ])("keeps its number when %s", ([, before, after, expected]) => {
    expect(numbered(compiled(chain(after), compiled(chain(before))))).toBe(expected);
  });

  test.for<[string, string, string, string]>([
    ["it is of another kind", "A B C", "A x C", "A1 x4 C3"],
    ["either of two may be the one that is gone", "A B C", "A X Y C", "A1 X4 Y5 C3"],
    ["it may be either of two that are gone", "A B C D", "A X D", "A1 X5 D4"],
    ["nothing is gone", "A B", "A X B", "A1 X3 B2"],
  ])("is a new one when %s", ([, before, after, expected]) => {
    expect(numbered(compiled(chain(after), compiled(chain(before))))).toBe(expected);
  });

  test("is not one that went away before the last time", () => {
    const editor = { steps: { A: { id: 5, module: "util:FunctionSleep", version: 1 }, B: { id: 6 } } };
    const before = compiled(chain("A"), compiled(chain("A B"), undefined, editor), editor);
    expect(numbered(compiled(chain("A X"), before, editor))).toBe("A5 X7");
  });

  test("takes along what hangs on it and has no name of its own", () => {
    const failing = (name: string, inner: string) => (flow: Flow) => {
      flow.step(name, wait, {
        onError: (flow) => {
          flow.step(inner, note);
          return onError.ignore();
        },
      });
    };
    const before = compiled(failing("Call", "tell"));
    expect(numbered(before)).toBe("Call1 tell2 builtin:Ignore3");
    expect(numbered(compiled(failing("Ask", "tell"), before))).toBe("Ask1 tell2 builtin:Ignore3");
    expect(numbered(compiled(failing("Ask", "say"), before))).toBe("Ask1 say2 builtin:Ignore3");
  });

  test("is found inside of routes", () => {
    const split = (left: string, right: string) => (flow: Flow) =>
      void flow.router("Split", [always("1", chain(left)), always("2", chain(right))]);
    const before = compiled(split("A B", "C D"));
    expect(numbered(compiled(split("A X", "Y D"), before))).toBe("Split1 A2 X3 Y4 D5");
  });
});

describe("a renamed step of an export", () => {
  const designer = (x: number, name?: string) => ({
    "/metadata/designer": { x, y: 7, ...(name === undefined ? {} : { name }) },
  });
  const kind = { module: "util:FunctionSleep", version: 1 };
  const editor: EditorData = {
    steps: {
      A: { id: 30, ...kind, set: designer(1, "A") },
      B: { id: 20, ...kind, set: { ...designer(400), "/metadata/restore": { saved: true } } },
      C: { id: 10, ...kind, set: designer(900, "C") },
    },
  };
  const second = ({ flow }: Blueprint): ModuleObject | undefined => flow[1];

  test.for([true, false])("keeps number, place and what the editor had, printed before: %s", (isPrinted) => {
    const before = isPrinted ? compiled(chain("A B C"), undefined, editor) : undefined;
    expect(second(compiled(chain("A X C"), before, editor))).toMatchObject({
      id: 20,
      metadata: { designer: { x: 400, y: 7, name: "X" }, restore: { saved: true } },
    });
  });

  test("keeps them when others come, which would leave it open by themselves", () => {
    const renamed = compiled(chain("A X C"), compiled(chain("A B C"), undefined, editor), editor);
    const later = compiled(chain("A X Y C"), renamed, editor);
    expect(numbered(later)).toBe("A30 X20 Y31 C10");
    expect(compiled(chain("A X Y C"), later, editor)).toEqual(later);
    // In the export it had no name on the canvas, so under its first one it has none again.
    expect(numbered(compiled(chain("A B Y C"), later, editor))).toBe("A30 util:FunctionSleep20 Y31 C10");
  });

  test("keeps them when a new one takes its old name", () => {
    const renamed = compiled(chain("A X C"), undefined, editor);
    const later = compiled(chain("A B X C"), renamed, editor);
    expect(numbered(later)).toBe("A30 B31 X20 C10");
    expect(compiled(chain("A B X C"), later, editor)).toEqual(later);
  });

  test("is not sought among steps that were added since", () => {
    const added = compiled(chain("A B C D"), undefined, editor);
    expect(numbered(compiled(chain("A C D"), added, editor))).toBe("A30 C10 D31");
  });

  test("goes by the export where a companion of old does not tell what a step was", () => {
    const old: EditorData = { steps: { A: { id: 30 }, B: { id: 20 }, C: { id: 10 } } };
    expect(numbered(compiled(chain("A X C"), undefined, old))).toBe("A30 X31 C10");
    expect(numbered(compiled(chain("A X C"), compiled(chain("A B C"), undefined, old), old))).toBe("A30 X20 C10");
  });

  test("leaves what was added to it as it is, from then on", () => {
    const steps = (flow: Flow): void => {
      chain("A")(flow);
      flow.step("X", wait, { onError: onError.ignore() });
      chain("C")(flow);
    };
    const first = compiled(steps, undefined, editor);
    expect(numbered(first)).toBe("A30 X20 builtin:Ignore31 C10");
    expect(compiled(steps, first, editor)).toEqual(first);
  });
});

describe("in scenarios of any shape", () => {
  const renameIn = (tree: Tree, flow: Tree, position: number): Tree =>
    replaceFlow(
      tree,
      flow,
      flow.map((node, index) => (index === position ? { ...node, name: "Renamed" } : node)),
    );
  const withoutNames = (blueprint: Blueprint): unknown =>
    JSON.parse(JSON.stringify(blueprint, (key, value: unknown) => (key === "name" ? undefined : value)));

  test("nothing but its name changes when any one step is renamed", () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (tree, which, where) => {
        const before = compile(scenarioFor(tree), environment()).blueprint;
        const flow = flowsOf(tree)[which % flowsOf(tree).length] as Tree;
        const renamed = scenarioFor(renameIn(tree, flow, where % flow.length));
        const after = compile(renamed, environment(), before).blueprint;
        expect(withoutNames(after)).toEqual(withoutNames(before));
        expect(compile(renamed, environment(), after).blueprint).toEqual(after);
      }),
    );
  });
});
