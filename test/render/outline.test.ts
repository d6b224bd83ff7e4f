import { describe, expect, test } from "vitest";
import { buildScenario } from "../../src/model/scenario.ts";
import { formatOutline } from "../../src/render/outline.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";

const outline = (json: JsonObject, name = "Orders"): string =>
  formatOutline(
    buildScenario({
      name,
      flows: [{ pointer: "/flow", modules: json.flow as readonly unknown[] }],
      metadata: json.metadata,
    }),
  );
const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });
const slack = (id: number, name: string, more: JsonObject = {}): JsonObject =>
  module(id, "slack:CreateMessage", { version: 4, ...named(name), ...more });

describe("an outline", () => {
  test("shows steps, filters with the names of modules, and error routes", () => {
    const handler = [setVariable(4), module(5, "builtin:Ignore")];
    expect(
      outline(
        blueprint([
          webhook(1, named("Order arrives")),
          slack(2, "Tell the team", { ...filter("{{1.total}}", "number:greater", "100"), onerror: handler }),
          slack(3, "Tell the boss", { filter: { name: "Large", conditions: [[{ a: "{{1.total}}", o: "exist" }]] } }),
        ]),
      ),
    ).toMatchInlineSnapshot(`
      "Orders
      ├─ Order arrives (1) · Webhooks › Custom webhook
      │  if \`Order arrives\`.total greater than "100"
      ├─ Tell the team (2) · Slack › Create a Message
      │  on error
      │    ├─ Tools › Set variable (4)
      │    └─ Flow Control › Ignore (5)
      │  if Large: \`Order arrives\`.total exists
      └─ Tell the boss (3) · Slack › Create a Message
      "
    `);
  });

  test("shows which route is taken when, and which ones are off", () => {
    expect(
      outline(
        blueprint([
          webhook(),
          router(
            2,
            [
              route(setVariable(3, "", filter("{{1.tier}}", "text:equal", "gold"))),
              route(setVariable(4)),
              { ...route(setVariable(5)), disabled: true },
              route(setVariable(6)),
            ],
            { parameters: { else: 3 } },
          ),
        ]),
      ),
    ).toMatchInlineSnapshot(`
      "Orders
      ├─ Webhooks › Custom webhook (1)
      └─ Flow Control › Router (2)
         if \`Custom webhook\`.tier equal to "gold"
           └─ Tools › Set variable (3)
         always
           └─ Tools › Set variable (4)
         (disabled) always
           └─ Tools › Set variable (5)
         otherwise
           └─ Tools › Set variable (6)
      "
    `);
  });

  test("shows branches and where they meet", () => {
    const branches = [
      {
        type: "condition",
        label: "urgent",
        merge: true,
        conditions: [[{ a: "{{1.p}}", o: "text:equal", b: "1" }], [{ a: "{{1.vip}}", o: "exist" }]],
        flow: [setVariable(3)],
      },
      { type: "else", label: "", merge: true, flow: [setVariable(4)] },
    ];
    expect(
      outline(
        blueprint([
          webhook(),
          module(2, "builtin:BasicIfElse", { mapper: null, branches }),
          module(5, "builtin:BasicMerge", { mapper: null, outputs: [{ name: "v", mappings: ["{{3.v}}", "{{4.v}}"] }] }),
        ]),
      ),
    ).toMatchInlineSnapshot(`
      "Orders
      ├─ Webhooks › Custom webhook (1)
      ├─ Flow Control › If-else (2)
      │  urgent: if (\`Custom webhook\`.p equal to "1") or (\`Custom webhook\`.vip exists) (merges)
      │    └─ Tools › Set variable (3)
      │  else (merges)
      │    └─ Tools › Set variable (4)
      └─ Flow Control › Merge (5)
      "
    `);
  });

  test("shows modules that nobody knows by their identifier, and those that hang on nothing", () => {
    expect(
      outline(blueprint([module(1, "acme:DoThings")], {}, { designer: { orphans: [[setVariable(2)]] } })),
    ).toMatchInlineSnapshot(`
      "Orders
      └─ acme:DoThings (1)
      not connected, never runs:
        └─ Tools › Set variable (2)
      "
    `);
  });

  test("keeps names from steering the terminal", () => {
    expect(
      outline(blueprint([webhook(1, named("\u001b[31mred\u001b[0m\nnew line\u202e"))]), "\u001b]0;title\u0007"),
    ).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/u);
  });
});
