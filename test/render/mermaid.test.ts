import { describe, expect, test } from "vitest";
import { buildScenario, type Scenario } from "../../src/model/scenario.ts";
import { formatMermaid } from "../../src/render/mermaid.ts";
import { filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { HOSTILE } from "./hostile-names.ts";

const scenario = (flow: readonly JsonObject[], metadata: JsonObject = {}, name = "Orders"): Scenario =>
  buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }], metadata });
const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });

describe("a flowchart", () => {
  test("shows modules, filters, routes and error routes", () => {
    expect(
      formatMermaid(
        scenario([
          webhook(1, named("Order arrives")),
          module(2, "slack:CreateMessage", {
            version: 4,
            ...named("Tell the team"),
            ...filter("{{1.total}}", "number:greater", "100"),
            onerror: [module(3, "builtin:Ignore")],
          }),
          router(
            4,
            [
              route(setVariable(5, "", { filter: { name: "Large", conditions: [] } })),
              route(setVariable(6)),
              route(),
              { ...route(setVariable(7)), disabled: true },
            ],
            { parameters: { else: 1 } },
          ),
        ]),
      ),
    ).toMatchInlineSnapshot(`
      "---
      title: "Orders"
      ---
      flowchart LR
        m0(["Order arrives<br/>Webhooks · Custom webhook"]):::start
        m1("Tell the team<br/>Slack · Create a Message"):::app
        m0 -->|"#96;Order arrives#96;.total greater than #34;100#34;"| m1
        m3{"Router"}:::control
        m1 --> m3
        m2(["Ignore"]):::failure
        m1 -.->|"on error"| m2
        m4("Set variable<br/>Tools"):::app
        m3 -->|"Large"| m4
        m5("Set variable<br/>Tools"):::app
        m3 -->|"else"| m5
        s0(( ))
        m3 -->|"always"| s0
        m6("Set variable<br/>Tools"):::off
        m3 -->|"always"| m6
        classDef start fill:#d7f0df,stroke:#2f8f55,color:#0d3320
        classDef app fill:#e8eefb,stroke:#5b7bc0,color:#14213d
        classDef control fill:#eef2d8,stroke:#7d8f2f,color:#2c330d
        classDef failure fill:#fff,stroke:#c4320a,color:#5c1a05,stroke-dasharray:5 5
        classDef off fill:#e4e7ec,stroke:#98a2b3,color:#475467
      "
    `);
  });

  test("shows branches and where they meet, reviews, tools, and what hangs on nothing", () => {
    const branches = [
      { type: "condition", label: "urgent", merge: true, conditions: [], flow: [setVariable(3)] },
      { type: "else", label: "", merge: true, flow: [] },
    ];
    expect(
      formatMermaid(
        scenario(
          [
            webhook(),
            module(2, "builtin:BasicIfElse", { mapper: null, branches }),
            module(4, "builtin:BasicMerge", { mapper: null }),
            module(5, "hitl:createRequest", { tools: [{ name: "look up", flow: [setVariable(6)] }] }),
          ],
          { designer: { orphans: [[setVariable(8)]] } },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "---
      title: "Orders"
      ---
      flowchart LR
        m0(["Custom webhook<br/>Webhooks"]):::start
        m1{"If-else"}:::control
        m0 --> m1
        m3(["Merge"]):::control
        m4("👤 Create Request<br/>HITL.sh"):::review
        m3 --> m4
        m2("Set variable<br/>Tools"):::app
        m1 -->|"urgent"| m2
        m2 --> m3
        s0(( ))
        m1 -->|"else"| s0
        s0 --> m3
        m5("Set variable<br/>Tools"):::app
        m4 -.->|"look up"| m5
        subgraph orphans["Not connected, never runs"]
          m6("Set variable<br/>Tools"):::off
        end
        classDef start fill:#d7f0df,stroke:#2f8f55,color:#0d3320
        classDef control fill:#eef2d8,stroke:#7d8f2f,color:#2c330d
        classDef review fill:#fde7c7,stroke:#c47f17,color:#4a2c05
        classDef app fill:#e8eefb,stroke:#5b7bc0,color:#14213d
        classDef off fill:#e4e7ec,stroke:#98a2b3,color:#475467
      "
    `);
  });

  test.for(HOSTILE.map((name) => [name.slice(0, 40), name] as const))("takes no harm from %j", ([, name]) => {
    const chart = formatMermaid(
      scenario(
        [
          webhook(1, named(name)),
          module(2, `${name}:x`, { filter: { name, conditions: [] } }),
          module(3, "builtin:BasicIfElse", {
            branches: [{ type: "condition", label: name, conditions: [], flow: [] }],
          }),
        ],
        {},
        name,
      ),
    );
    const [, title, , ...lines] = chart.trimEnd().split("\n");
    expect(title).toMatch(/^title: "(?:[^"\\<>&]|\\.)*"$/u);
    const words = String.raw`"(?:[\p{L}\p{M}\p{N}\p{S}\p{Cf} ,.:/'?!=@·…–-]|#\d+;|<br/>)*"`;
    const grammar = [
      "flowchart LR",
      String.raw`  m\d+(?:\(${words}\)|\{${words}\}|\(\[${words}\]\)):::\w+`,
      String.raw`  s\d+\(\( \)\)`,
      String.raw`  \w+ (?:-->|-\.->)(?:\|${words}\|)? \w+`,
      String.raw`  classDef \w+ [\w:#,\- ]+`,
    ].map((line) => new RegExp(`^${line}$`, "u"));
    expect(lines.filter((line) => !grammar.some((pattern) => pattern.test(line)))).toEqual([]);
  });

  test("is written of 5,000 modules in a row", () => {
    const flow = Array.from({ length: 5000 }, (_, index) => setVariable(index + 1));
    expect(formatMermaid(scenario(flow)).split("\n").length).toBeGreaterThan(9999);
  });
});
