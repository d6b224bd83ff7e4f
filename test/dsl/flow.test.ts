import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { writeBlueprint } from "../../src/blueprint/write.ts";
import { always, exists, fallback, iml, number, route, text } from "../../src/index.ts";
import { blueprintOf, lastModule, modulesOf, order, wait } from "./printed.ts";

test("a scenario is printed as the editor would export it", () => {
  const blueprint = blueprintOf((flow) => {
    const { note } = flow.trigger("Order arrives", order);
    flow.step("Greet", tools.compose({ value: iml`Hello ${note}!` }), {
      when: ["Has a note", exists(note)],
      note: "Politeness\nmatters",
    });
  });
  expect(writeBlueprint(blueprint)).toMatchInlineSnapshot(`
    "{
      "name": "Test",
      "flow": [
        {
          "id": 1,
          "module": "gateway:CustomWebHook",
          "version": 1,
          "parameters": {
            "hook": 1
          },
          "mapper": {},
          "metadata": {
            "designer": {
              "x": 0,
              "y": 0,
              "name": "Order arrives"
            }
          }
        },
        {
          "id": 2,
          "module": "util:ComposeTransformer",
          "version": 1,
          "parameters": {},
          "filter": {
            "name": "Has a note",
            "conditions": [
              [
                {
                  "a": "{{1.note}}",
                  "o": "exist"
                }
              ]
            ]
          },
          "mapper": {
            "value": "Hello {{1.note}}!"
          },
          "metadata": {
            "designer": {
              "x": 300,
              "y": 0,
              "name": "Greet"
            }
          }
        }
      ],
      "metadata": {
        "instant": true,
        "version": 1,
        "scenario": {
          "roundtrips": 1,
          "maxErrors": 3,
          "autoCommit": true,
          "autoCommitTriggerLast": true,
          "sequential": false,
          "slots": null,
          "confidential": false,
          "dataloss": false,
          "dlq": false,
          "freshVariables": false
        },
        "designer": {
          "orphans": []
        },
        "notes": [
          {
            "moduleIds": [
              2
            ],
            "content": "<p>Politeness</p><p>matters</p>",
            "isFilterNote": false,
            "metadata": {
              "color": "#9138FE"
            }
          }
        ]
      }
    }
    "
  `);
});

describe("a step", () => {
  test("has the author's values, and a name on the canvas", () => {
    const { flow } = blueprintOf((flow) => void flow.step("Wait", wait));
    expect(flow).toEqual([
      {
        id: 1,
        module: "util:FunctionSleep",
        version: 1,
        parameters: {},
        mapper: { duration: 1 },
        metadata: { designer: { x: 0, y: 0, name: "Wait" } },
      },
    ]);
  });

  test("may have a filter in front, with a name or without", () => {
    const modules = modulesOf((flow) => {
      const { id } = flow.trigger("Order", order);
      flow.step("Named", wait, { when: ["Has an id", exists(id)] });
      flow.step("Unnamed", wait, { when: number.greaterThan(id, 5) });
    });
    expect(modules.slice(1)).toMatchObject([
      { filter: { name: "Has an id", conditions: [[{ a: "{{1.id}}", o: "exist" }]] } },
      { filter: { name: "", conditions: [[{ a: "{{1.id}}", o: "number:greater", b: 5 }]] } },
    ]);
  });

  test("may have notes, on itself or on its filter", () => {
    const { metadata } = blueprintOf((flow) => {
      const { id } = flow.trigger("Order", order, { note: "Why <b>?" });
      flow.step("Wait", wait, { when: exists(id), note: { text: "Filter", color: "#00ff00", onFilter: true } });
    });
    expect(metadata.notes).toEqual([
      { moduleIds: [1], content: "<p>Why &lt;b&gt;?</p>", isFilterNote: false, metadata: { color: "#9138FE" } },
      { moduleIds: [2], content: "<p>Filter</p>", isFilterNote: true, metadata: { color: "#00ff00" } },
    ]);
  });

  test("may have metadata of the author's own, which leaves its name and place alone", () => {
    const metadata = { advanced: true, designer: { x: 9, name: "Other" } };
    const { flow } = blueprintOf((flow) => void flow.step("Wait", wait, { metadata }));
    expect(flow[0]?.metadata).toEqual({ advanced: true, designer: { x: 0, y: 0, name: "Wait" } });
  });
});

describe("a router", () => {
  test("writes each route's condition as the filter of the route's first module", () => {
    const router = lastModule((flow) => {
      const { id, note } = flow.trigger("Order", order);
      flow.router("Size", [
        route("Large", number.greaterThan(id, 100), (flow) => {
          flow.step("Large order", wait);
          flow.step("And then", wait);
        }),
        always("Every order", (flow) => void flow.step("Log", wait)),
        route(
          "Noted",
          exists(note),
          (flow) => void flow.step("Read", wait, { when: ["Short", text.equals(note, "x")] }),
        ),
      ]);
    });
    const sleep = { module: "util:FunctionSleep", version: 1, parameters: {}, mapper: { duration: 1 } };
    expect(router).toEqual({
      id: 2,
      module: "builtin:BasicRouter",
      version: 1,
      parameters: {},
      mapper: null,
      routes: [
        {
          flow: [
            {
              ...sleep,
              id: 3,
              filter: { name: "Large", conditions: [[{ a: "{{1.id}}", o: "number:greater", b: 100 }]] },
            },
            { ...sleep, id: 4 },
          ],
        },
        { flow: [{ ...sleep, id: 5 }] },
        {
          flow: [
            {
              ...sleep,
              id: 6,
              filter: {
                name: "Noted",
                conditions: [
                  [
                    { a: "{{1.note}}", o: "exist" },
                    { a: "{{1.note}}", o: "text:equal", b: "x" },
                  ],
                ],
              },
            },
          ],
        },
      ],
    });
  });

  test("names its fallback route by its position", () => {
    const router = lastModule((flow) => {
      const { id } = flow.trigger("Order", order);
      flow.router("Size", [
        fallback("Others", (flow) => void flow.step("Other", wait), { when: exists(id) }),
        route("Large", number.greaterThan(id, 100), (flow) => void flow.step("Large", wait)),
      ]);
    });
    expect(router).toMatchObject({
      parameters: { else: 0 },
      routes: [{ flow: [{ filter: { name: "Others" } }] }, { flow: [{ filter: { name: "Large" } }] }],
    });
  });

  test("keeps routes that are turned off", () => {
    const router = lastModule((flow) => {
      const { id } = flow.trigger("Order", order);
      flow.router("Size", [
        route("A", exists(id), (inner) => void inner.step("A", wait), { disabled: true }),
        always("B", (inner) => void inner.step("B", wait), { disabled: true }),
        fallback("C", (inner) => void inner.step("C", wait), { disabled: true }),
        always("D", (inner) => void inner.step("D", wait)),
      ]);
    });
    expect(router).toMatchObject({ routes: [{ disabled: true }, { disabled: true }, { disabled: true }, {}] });
  });

  test("may have a filter and routers of its own", () => {
    const router = lastModule((flow) => {
      const { id } = flow.trigger("Order", order);
      flow.router(
        "Outer",
        [always("A", (flow) => flow.router("Inner", [always("B", (flow) => void flow.step("Deep", wait))]))],
        { when: ["Known", exists(id)], note: "Why" },
      );
    });
    expect(router).toMatchObject({
      filter: { name: "Known" },
      routes: [{ flow: [{ module: "builtin:BasicRouter", routes: [{ flow: [{ id: 4, mapper: { duration: 1 } }] }] }] }],
    });
  });
});

describe("a match", () => {
  test("is a router with one route per value, and perhaps a fallback", () => {
    const router = lastModule((flow) => {
      const { state } = flow.trigger("Order", order);
      flow.match("State", state, {
        open: (flow) => void flow.step("Open", wait),
        closed: (flow) => void flow.step("Closed", wait),
        fallback: (flow) => void flow.step("Unknown", wait),
      });
    });
    const route = (name: string) => ({
      flow: [{ filter: { name, conditions: [[{ a: "{{1.state}}", o: "text:equal", b: name }]] } }],
    });
    expect(router).toMatchObject({
      module: "builtin:BasicRouter",
      parameters: { else: 2 },
      routes: [route("open"), route("closed"), { flow: [{ id: 5 }] }],
    });
  });
});
