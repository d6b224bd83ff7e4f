import { describe, expect, test } from "vitest";
import { buildScenario, type Scenario } from "../../src/model/scenario.ts";
import type { ChangeMark } from "../../src/render/change-marks.ts";
import { foldFlows } from "../../src/render/fold-flows.ts";
import { formatMermaid } from "../../src/render/mermaid.ts";
import { type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";

const chain = (count: number, from: number): JsonObject[] =>
  Array.from({ length: count }, (_, index) => setVariable(from + index));
const scenario = (flow: readonly JsonObject[]): Scenario =>
  buildScenario({ name: "Orders", flows: [{ pointer: "/flow", modules: flow }] });
const CHANGED: ChangeMark = { kind: "changed", lines: [] };
const marksOf = ({ modules }: Scenario, ...ids: readonly number[]): ReadonlyMap<string, ChangeMark> =>
  new Map(modules.filter(({ id }) => ids.includes(id)).map(({ pointer }) => [pointer, CHANGED]));

/** A flow in a line: `1 (20) 22 23 24`, with the count of what is folded. */
function shown(given: Scenario, ...marked: readonly number[]): string {
  const fold = foldFlows(given, { marks: marksOf(given, ...marked) });
  const [main] = given.flows;
  return (main ? fold(main) : []).map(({ isFolded, count, first }) => (isFolded ? `(${count})` : first.id)).join(" ");
}

describe("a fold", () => {
  test("leaves a scenario of 40 modules as it is", () => {
    expect(shown(scenario(chain(40, 1)), 7)).not.toContain("(");
    expect(shown(scenario(chain(41, 1)), 7)).toContain("(");
  });

  test("shows the beginning, what is marked and what stands beside it", () => {
    expect(shown(scenario(chain(50, 1)), 20, 23)).toBe("1 (17) 19 20 21 22 23 24 (26)");
  });

  test("shows one alone rather than a box for it", () => {
    expect(shown(scenario(chain(50, 1)), 4, 8)).toBe("1 2 3 4 5 6 7 8 9 (41)");
  });

  test("counts what hangs on what is folded, and shows what holds something marked", () => {
    const given = scenario([
      webhook(),
      setVariable(2),
      setVariable(3, "", { onerror: [setVariable(4), module(5, "builtin:Ignore")] }),
      router(6, [route(...chain(30, 100)), route(...chain(30, 200))]),
    ]);
    expect(shown(given)).toBe("1 (65)");
    expect(shown(given, 215)).toBe("1 (4) 6");
    const fold = foldFlows(given, { marks: marksOf(given, 215) });
    const routes = given.find(6)?.routes ?? [];
    expect(routes.map((flow) => fold(flow).map(({ count }) => count))).toEqual([[30], [14, 1, 1, 1, 13]]);
  });
});

test("a chart of a large change shows what has changed, and the way there", () => {
  const branches = [
    { type: "condition", label: "urgent", merge: true, conditions: [], flow: chain(30, 100) },
    { type: "else", label: "", merge: true, flow: [setVariable(200)] },
  ];
  const given = scenario([
    webhook(),
    ...chain(5, 2),
    module(20, "builtin:BasicIfElse", { mapper: null, branches }),
    module(21, "builtin:BasicMerge", { mapper: null }),
    ...chain(4, 30),
  ]);
  const chart = formatMermaid(given, { change: { summary: "", lines: [], marks: marksOf(given, 200) } });
  expect(chart.slice(chart.indexOf("flowchart"), chart.indexOf("  classDef"))).toMatchInlineSnapshot(`
    "flowchart LR
      m0(["Custom webhook<br/>Webhooks"]):::same
      m1("… 5 modules"):::same
      m0 --> m1
      m6{"If-else"}:::same
      m1 --> m6
      m38("… 5 modules"):::same
      m7("… 30 modules"):::same
      m6 -->|"urgent"| m7
      m7 --> m38
      m37("#126; Set variable<br/>Tools"):::changed
      m6 -->|"else"| m37
      m37 --> m38
    "
  `);
  const whole = formatMermaid(given, { change: { summary: "", lines: [], marks: marksOf(given, 30) } });
  expect(whole.slice(whole.indexOf("flowchart"), whole.indexOf("  classDef"))).toMatchInlineSnapshot(`
    "flowchart LR
      m0(["Custom webhook<br/>Webhooks"]):::same
      m1("… 37 modules"):::same
      m0 --> m1
      m38(["Merge"]):::same
      m1 --> m38
      m39("#126; Set variable<br/>Tools"):::changed
      m38 --> m39
      m40("Set variable<br/>Tools"):::same
      m39 --> m40
      m41("… 2 modules"):::same
      m40 --> m41
    "
  `);
});
