import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { compile } from "../../src/compile/compile.ts";
import type { EditorData } from "../../src/compile/editor-data.ts";
import { always, branch, exists, type Flow, now, onError, scenario } from "../../src/index.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { environment } from "../dsl/printed.ts";

const wait = tools.sleep({ duration: 1 });
const chain =
  (...names: string[]) =>
  (flow: Flow): void => {
    for (const name of names) flow.step(name, wait);
  };

type Place = readonly [x: number, y: number];

/** What an export says of steps: where they stand. */
const exported = (places: Readonly<Record<string, Place>>): EditorData => ({
  steps: Object.fromEntries(
    Object.entries(places).map(([name, [x, y]], index) => [
      name,
      { id: index + 1, set: { "/metadata/designer": { x, y, name } } },
    ]),
  ),
});

/** Where each module is printed, in reading order. */
function placesOf(steps: (flow: Flow) => void, editor?: EditorData): readonly (readonly [string, ...Place])[] {
  const { name, flow } = compile(scenario("Test", {}, steps), environment(), undefined, editor).blueprint;
  return buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }] }).modules.map((module) => {
    const { x, y } = module.source.metadata?.designer ?? {};
    return [module.name ?? module.type, x as number, y as number];
  });
}

describe("a step that is added to an export's", () => {
  test.for<[string, readonly string[], Readonly<Record<string, Place>>, readonly (readonly [string, ...Place])[]]>([
    ["between two stands between them", ["A", "New", "B"], { A: [290, -304], B: [528, -291] }, [["New", 409, -297]]],
    [
      "with another one shares the way",
      ["A", "New", "Newer", "B"],
      { A: [0, 0], B: [900, 30] },
      [
        ["New", 300, 10],
        ["Newer", 600, 20],
      ],
    ],
    ["at the end stands behind the last one", ["A", "New"], { A: [290, -304] }, [["New", 590, -304]]],
    ["in front stands in front of the first one", ["New", "A"], { A: [290, -304] }, [["New", -10, -304]]],
    ["where there is no room stands below", ["A", "New", "B"], { A: [0, 0], B: [150, 0] }, [["New", 75, 150]]],
    [
      "where something else stands, stands below that",
      ["Far", "A", "New"],
      { Far: [310, 10], A: [0, 0] },
      [["New", 300, 150]],
    ],
  ])("%s", ([, names, kept, expected]) => {
    const places = placesOf(chain(...names), exported(kept));
    expect(places.filter(([name]) => !(name in kept))).toEqual(expected);
    expect(places.filter(([name]) => name in kept)).toEqual(
      names.flatMap((name) => (kept[name] ? [[name, ...kept[name]]] : [])),
    );
  });

  test("on a new route stands below the others", () => {
    const places = placesOf(
      (flow) =>
        void flow.router("Split", [
          always("1", chain("A")),
          always("2", chain("B")),
          always("3", chain("New", "Newer")),
        ]),
      exported({ Split: [10, 20], A: [320, -100], B: [310, 190] }),
    );
    expect(places.slice(-2)).toEqual([
      ["New", 310, 490],
      ["Newer", 610, 490],
    ]);
  });

  test("as an error route hangs below its step", () => {
    const places = placesOf(
      (flow) => {
        flow.step("A", wait, {
          onError: (flow) => {
            flow.step("New", wait);
            return onError.ignore();
          },
        });
        flow.step("B", wait);
      },
      exported({ A: [10, 20], B: [320, 20] }),
    );
    expect(places.slice(1, 3)).toEqual([
      ["New", 310, 320],
      ["builtin:Ignore", 610, 320],
    ]);
  });

  test("behind an if-else stands behind its longest branch", () => {
    const places = placesOf(
      (flow) => {
        flow.ifElse("Either", [
          branch("Yes", exists(now), (flow) => {
            chain("A", "B")(flow);
            return { value: "x" };
          }),
        ]);
        flow.step("New", wait);
      },
      exported({ Either: [0, 0], A: [280, 5], B: [570, 5] }),
    );
    expect(places.slice(-2)).toEqual([
      ["builtin:BasicMerge", 870, 0],
      ["New", 1170, 0],
    ]);
  });

  test("as a router around steps stands in front of them", () => {
    const places = placesOf(
      (flow) => {
        chain("A")(flow);
        flow.router("New", [always("1", chain("B")), always("2", chain("C"))]);
      },
      exported({ A: [0, 0], B: [600, -100], C: [600, 300] }),
    );
    expect(places[1]).toEqual(["New", 300, 50]);
  });

  test("does not lose its way where the editor's numbers are senseless", () => {
    const places = placesOf(chain("A", "New", "B"), exported({ A: [1e300, 1e300], B: [100, 0] }));
    expect(places).toEqual([
      ["A", 1e300, 1e300],
      ["New", 50, 150],
      ["B", 100, 0],
    ]);
  });
});

describe("without places from an export", () => {
  test.for<[string, EditorData | undefined]>([
    ["there is no companion", undefined],
    ["the export stood as it would be printed", { steps: { A: { id: 1 }, B: { id: 2 } } }],
  ])("all is laid out anew: %s", ([, editor]) => {
    expect(placesOf(chain("A", "New", "B"), editor)).toEqual([
      ["A", 0, 0],
      ["New", 300, 0],
      ["B", 600, 0],
    ]);
  });
});
