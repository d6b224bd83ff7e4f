import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { layout, type Point } from "../../src/compile/layout.ts";
import { always, branch, exists, type Flow, now, onError } from "../../src/index.ts";
import { buildScenario, type Module, next, type Scenario } from "../../src/model/scenario.ts";
import { blueprintOf } from "../dsl/printed.ts";
import { scenarioFor, type Tree, trees } from "./trees.ts";

const sleep = tools.sleep({ duration: 1 });
const chain =
  (...names: string[]) =>
  (flow: Flow) => {
    for (const name of names) flow.step(name, sleep);
  };
const failing = (flow: Flow, name: string, ...handler: string[]): unknown =>
  flow.step(name, sleep, {
    onError: (flow) => {
      chain(...handler)(flow);
      return onError.ignore();
    },
  });

const scenarioOf = (steps: (flow: Flow) => void): Scenario => {
  const { name, flow } = blueprintOf(steps);
  return buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }] });
};

/** The canvas as text: a column for each 300 to the right, a row for each height that is used. Directives are `x`. */
function picture(steps: (flow: Flow) => void): string {
  const points = [...layout(scenarioOf(steps))];
  const heights = [...new Set(points.map(([, { y }]) => y))].sort((a, b) => a - b);
  const rows = heights.map((height) => {
    const row: string[] = [];
    for (const [{ name = "x" }, { x, y }] of points) if (y === height) row[x / 300] = name;
    return `${String(height).padStart(4)} ${Array.from(row, (cell = "") => cell.padEnd(3)).join("")}`.trimEnd();
  });
  return rows.join("\n");
}

describe("the canvas", () => {
  test("shows a flow from left to right", () => {
    expect(picture(chain("A", "B", "C"))).toMatchInlineSnapshot(`"   0 A  B  C"`);
  });

  test("spreads routes around their router", () => {
    expect(
      picture((flow) => {
        flow.step("A", sleep);
        flow.router("R", [always("1", chain("B", "C")), always("2", chain("D")), always("3", chain("E"))]);
      }),
    ).toMatchInlineSnapshot(`
      "   0       B  C
       300 A  R  D
       600       E"
    `);
  });

  test("gives routers of routers the room that they need", () => {
    expect(
      picture((flow) => {
        flow.router("R", [
          always("1", (flow) => flow.router("S", [always("1", chain("A")), always("2", chain("B"))])),
          always("2", (flow) => flow.router("T", [always("1", chain("C", "D")), always("2", chain("E"))])),
        ]);
      }),
    ).toMatchInlineSnapshot(`
      "   0       A
       150    S
       300       B
       450 R
       600       C  D
       750    T
       900       E"
    `);
  });

  test("hangs error routes below their steps, those of later steps higher", () => {
    expect(
      picture((flow) => {
        failing(flow, "A", "A1", "A2");
        failing(flow, "B", "B1");
        failing(flow, "C");
      }),
    ).toMatchInlineSnapshot(`
      "   0 A  B  C
       300          x
       600       B1 x
       900    A1 A2 x"
    `);
  });

  test("hangs error routes below the routes of a router behind them", () => {
    expect(
      picture((flow) => {
        failing(flow, "A", "A1");
        flow.router("R", [always("1", (flow) => void failing(flow, "B")), always("2", chain("C"))]);
      }),
    ).toMatchInlineSnapshot(`
      "   0       B
       150 A  R
       300       C  x
       600    A1 x"
    `);
  });

  test("goes on behind an if-else where its longest branch ends", () => {
    expect(
      picture((flow) => {
        const give =
          (...names: string[]) =>
          (flow: Flow) => {
            chain(...names)(flow);
            return { value: "x" };
          };
        flow.ifElse("I", [branch("1", exists(now), give("A", "B")), branch("2", exists(now), give("C"))], give("D"));
        flow.step("E", sleep);
      }),
    ).toMatchInlineSnapshot(`
      "   0    A  B
       300 I  C     x  E
       600    D"
    `);
  });
});

describe("of scenarios of any shape", () => {
  const layOut = (tree: Tree) => {
    const scenario = buildScenario({ name: "", flows: [{ pointer: "/flow", modules: scenarioFor(tree).flow }] });
    return { scenario, points: layout(scenario) };
  };
  const at = (points: ReadonlyMap<Module, Point>, module: Module): Point => {
    const point = points.get(module);
    if (point === undefined) throw new RangeError(`${module.type} has no place`);
    return point;
  };

  test("every bubble has a place of its own, on the grid, with a bubble's room around it", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const { scenario, points } = layOut(tree);
        expect(points.size).toBe(scenario.modules.length);
        const columns = new Map<number, number[]>();
        for (const { x, y } of points.values()) {
          expect([x % 300, y % 150, Math.min(x, y, 0)]).toEqual([0, 0, 0]);
          columns.set(x, [...(columns.get(x) ?? []), y]);
        }
        for (const heights of columns.values()) {
          const sorted = heights.sort((a, b) => a - b);
          for (const [index, height] of sorted.entries())
            expect(height - (sorted[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(300);
        }
      }),
    );
  });

  test("flows run to the right in one line, and error routes start below their steps", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const { scenario, points } = layOut(tree);
        for (const module of scenario.modules) {
          const place = at(points, module);
          const follower = next(module);
          if (follower) expect(at(points, follower)).toEqual({ x: expect.toSatisfy((x) => x > place.x), y: place.y });
          const [handler] = module.handler?.modules ?? [];
          if (handler) {
            expect(at(points, handler).x).toBe(place.x + 300);
            expect(at(points, handler).y).toBeGreaterThan(place.y);
          }
        }
      }),
    );
  });

  test("no line crosses another", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const { scenario, points } = layOut(tree);
        const lines = linesOf(scenario).map(([from, to]) => [at(points, from), at(points, to)] as const);
        const crossing = lines.flatMap((line, index) =>
          lines.slice(index + 1).flatMap((other) => (crosses(line, other) ? [[line, other]] : [])),
        );
        expect(crossing).toEqual([]);
      }),
    );
  });
});

/** From each module to what comes behind it and to what hangs on it. How Make bends the lines to a merge is not known. */
function linesOf(scenario: Scenario): readonly (readonly [from: Module, to: Module])[] {
  return scenario.modules.flatMap((module) => {
    const inside = [...module.routes, ...module.branches, ...(module.handler ? [module.handler] : [])];
    const follower = next(module);
    return [
      ...inside.flatMap(({ modules: [first] }) => (first ? [[module, first] as const] : [])),
      ...(follower && module.branches.length === 0 ? [[module, follower] as const] : []),
    ];
  });
}

type Line = readonly [from: Point, to: Point];

/** Whether two straight lines meet anywhere but at their ends. */
function crosses([a, b]: Line, [c, d]: Line): boolean {
  const side = (p: Point, q: Point, r: Point) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
