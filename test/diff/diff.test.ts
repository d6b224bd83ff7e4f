// One change each, and what is said of it.

import { describe, expect, test } from "vitest";
import { diffScenarios, type ScenarioDiff } from "../../src/diff/diff.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { said, sideOf } from "./said.ts";

const named = (name: string, more: JsonObject = {}): JsonObject => ({
  metadata: { designer: { x: 0, y: 0, name } },
  ...more,
});
const hook = webhook(1, named("Order"));
const message = (id: number, text: string, more: JsonObject = {}): JsonObject =>
  module(id, "slack:CreateMessage", { version: 4, mapper: { channel: "C024BE91L", text }, ...named("Tell"), ...more });
const http = (id: number, name: string, mapper: JsonObject = {}): JsonObject =>
  module(id, "http:ActionSendData", {
    version: 3,
    mapper: { url: `https://example.com/${name}`, ...mapper },
    ...named(name),
  });
const breakHandler = (id: number, more: JsonObject = {}): JsonObject =>
  module(id, "builtin:Break", { parameters: {}, mapper: { count: "3", interval: "15", retry: true }, ...more });
const ignore = (id: number): JsonObject => module(id, "builtin:Ignore");
const gift = filter("{{1.kind}}", "text:equal", "gift");
const sale = filter("{{1.kind}}", "text:equal", "sale");

type Case = readonly [what: string, before: JsonObject, after: JsonObject, lines: readonly string[]];
const flows = (
  what: string,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  lines: readonly string[],
): Case => [what, blueprint(before), blueprint(after), lines];

describe("modules", () => {
  test.for<Case>([
    flows(
      "one is added",
      [hook, message(2, "x")],
      [hook, http(3, "Get customer"), message(2, "x")],
      [
        "+ Get customer (3) · HTTP › Make a request",
        '    + behind "Order"',
        '    + url: "https://example.com/Get customer"',
      ],
    ),
    flows(
      "one is removed, and nobody is said to have moved",
      [hook, http(2, "A"), http(3, "B")],
      [hook, http(3, "B")],
      ["- A (2) · HTTP › Make a request", '    - behind "Order"'],
    ),
    flows(
      "one is renamed: what reads it has not changed",
      [hook, http(2, "A"), message(3, "{{2.x}}")],
      [hook, { ...http(2, "A"), ...named("Get customer") }, message(3, "{{2.x}}")],
      ["~ Get customer (2) · HTTP › Make a request", '    ~ name: "A" → "Get customer"'],
    ),
    flows(
      "one has another version",
      [hook, message(2, "x")],
      [hook, message(2, "x", { version: 5 })],
      ["~ Tell (2) · Slack › Create a Message", "    ~ version: 4 → 5"],
    ),
    flows(
      "one is of another type, under the same name",
      [hook, module(2, "slack:CreateMessage", { version: 4, ...named("Tell") })],
      [hook, module(2, "nobody:knows", named("Tell"))],
      ["~ Tell (2) · nobody:knows", "    ~ module: Slack › Create a Message (slack:CreateMessage) → nobody:knows"],
    ),
    flows(
      "two change places: one of them is said to be connected to another",
      [hook, http(2, "A"), http(3, "B")],
      [hook, http(3, "B"), http(2, "A")],
      ["~ B (3) · HTTP › Make a request", '    ~ place: behind "A" → behind "Order"'],
    ),
    flows(
      "two change places with two: the first of them is told",
      [hook, http(2, "A"), http(3, "B"), http(4, "C"), http(5, "D")],
      [hook, http(4, "C"), http(5, "D"), http(2, "A"), http(3, "B")],
      ["~ C (4) · HTTP › Make a request", '    ~ place: behind "B" → behind "Order"'],
    ),
    flows(
      "some are moved to a route: the first of them is told",
      [hook, router(5, [route(setVariable(6, 1))]), http(2, "A"), http(3, "B")],
      [hook, router(5, [route(setVariable(6, 1), http(2, "A"), http(3, "B"))])],
      [
        "~ A (2) · HTTP › Make a request",
        '    ~ place: behind "Router" → in route 1 of "Router", behind "Set variable"',
      ],
    ),
    flows(
      "one is left unconnected",
      [hook, http(2, "A"), http(3, "B")],
      [hook, http(2, "A")],
      ["- B (3) · HTTP › Make a request", '    - behind "A"'],
    ),
  ])("%s", ([, before, after, lines]) => {
    expect(said(before, after)).toEqual(lines);
  });
});

describe("values", () => {
  const tell = "~ Tell (2) · Slack › Create a Message";
  const mapped = (mapper: JsonObject): JsonObject => blueprint([hook, message(2, "", { mapper })]);
  test.for<[string, JsonObject, JsonObject, readonly string[]]>([
    ["a text", { text: "a" }, { text: "b" }, ['    ~ text: "a" → "b"']],
    ["a number", { n: 1 }, { n: 2 }, ["    ~ n: 1 → 2"]],
    ["a number that becomes a text", { n: 1 }, { n: "1" }, ['    ~ n: 1 → "1"']],
    [
      "a mapping, by the name of what it reads",
      { to: "{{1.email}}" },
      { to: "{{1.mail}}" },
      ["    ~ to: Order.email → Order.mail"],
    ],
    ["an expression", { to: "{{1.a}}" }, { to: "{{upper(1.a)}}" }, ["    ~ to: Order.a → upper(Order.a)"]],
    ["a text that becomes a mapping", { to: "x" }, { to: "{{1.a}}" }, ['    ~ to: "x" → Order.a']],
    ["what is new", {}, { cc: "x" }, ['    + cc: "x"']],
    ["what is gone", { cc: "x" }, {}, ['    - cc: "x"']],
    ["what stands deeper", { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }, ["    ~ a › b › 1 › c: 1 → 2"]],
    [
      "a header, by its name",
      {
        headers: [
          { name: "A", value: "1" },
          { name: "B", value: "2" },
        ],
      },
      {
        headers: [
          { name: "X", value: "0" },
          { name: "A", value: "1" },
          { name: "B", value: "3" },
        ],
      },
      ['    + headers › X: "0"', '    ~ headers › B: "2" → "3"'],
    ],
    [
      "the order of a list",
      {
        headers: [
          { name: "A", value: "1" },
          { name: "B", value: "2" },
        ],
      },
      {
        headers: [
          { name: "B", value: "2" },
          { name: "A", value: "1" },
        ],
      },
      ["    ~ headers: order: A, B → B, A"],
    ],
    ["an item in the middle of a list", { to: ["a", "b", "c"] }, { to: ["a", "x", "b", "c"] }, ['    + to › 2: "x"']],
    [
      "a few words of a long text",
      { text: `Dear {{1.name}}, ${"we thank you for your order. ".repeat(5)}Bye` },
      { text: `Dear {{1.first}}, ${"we thank you for your order. ".repeat(5)}Bye bye` },
      ["    ~ text: Dear {{Order.[-name-]{+first+}}}, we thank you for you… you for your order. Bye{+ bye+}"],
    ],
    [
      "a line of many",
      { text: "one\ntwo\nthree\nfour\nfive" },
      { text: "one\ntwo\nthree\n4\nfive" },
      ["    ~ text:", "        …", "        three", "    -   four", "    +   4", "        five"],
    ],
    [
      "a line of JSON in a text",
      { text: '{"prompt":"a\\nb\\nc\\nd"}' },
      { text: '{"prompt":"a\\nb\\nc\\ne"}' },
      ["    ~ text:", "        …", "        c\\n", '    -   d"}', '    +   e"}'],
    ],
  ])("%s", ([, before, after, lines]) => {
    expect(said(mapped(before), mapped(after))).toEqual([tell, ...lines]);
  });

  test("a connection, with the name that the editor shows", () => {
    const bound = (id: number, label: string): JsonObject =>
      blueprint([
        hook,
        message(2, "x", {
          parameters: { __IMTCONN__: id },
          metadata: { designer: { x: 0, y: 0, name: "Tell" }, restore: { parameters: { __IMTCONN__: { label } } } },
        }),
      ]);
    expect(said(bound(1, "Team A"), bound(2, "Team B"))).toEqual([tell, "    ~ connection: 1 (Team A) → 2 (Team B)"]);
    expect(said(bound(1, "Team A"), bound(1, "Team B"))).toEqual([]);
  });

  test.each(["toString", "constructor"])("a field that is called %s, like what every object has", (name) => {
    const filled = (value: number): JsonObject =>
      blueprint([
        hook,
        message(2, "x", {
          parameters: { [name]: value },
          metadata: { designer: { x: 0, y: 0, name: "Tell" }, restore: { parameters: {} } },
        }),
      ]);
    expect(said(filled(1), filled(2))).toEqual([tell, `    ~ ${name}: 1 → 2`]);
  });

  test("the source of an aggregator, by its name", () => {
    const collected = (feeder: number): JsonObject =>
      blueprint([hook, http(2, "A"), http(3, "B"), module(4, "util:TextAggregator", { parameters: { feeder } })]);
    expect(said(collected(2), collected(3))).toEqual([
      "~ Text aggregator (4) · Tools › Text aggregator",
      "    ~ feeder: A → B",
    ]);
  });

  test("what two modules of one name are told apart by", () => {
    const read = (id: number): JsonObject => blueprint([hook, http(2, "A"), http(3, "A"), message(4, `{{${id}.x}}`)]);
    expect(said(read(2), read(3))).toEqual(["~ Tell (4) · Slack › Create a Message", "    ~ text: A (2).x → A (3).x"]);
  });
});

describe("routes, filters and handlers", () => {
  const routed = (...routes: readonly JsonObject[]): JsonObject => blueprint([hook, router(5, routes)]);
  const first = route(setVariable(6, "a", gift));
  const second = route(setVariable(7, "b", sale));
  const routerHead = "~ Router (5) · Flow Control › Router";
  const guarded = (onerror?: readonly JsonObject[]): JsonObject =>
    blueprint([hook, message(2, "x", onerror ? { onerror } : {})]);
  const tell = "~ Tell (2) · Slack › Create a Message";
  test.for<Case>([
    [
      "a condition",
      routed(first),
      routed(route(setVariable(6, "a", sale))),
      [routerHead, '    ~ route 1: condition: Order.kind equal to "gift" → Order.kind equal to "sale"'],
    ],
    [
      "a condition that is gone",
      routed(first),
      routed(route(setVariable(6, "a"))),
      [routerHead, '    - route 1: condition: Order.kind equal to "gift"'],
    ],
    [
      "the order of routes",
      routed(first, second),
      routed(second, first),
      [
        routerHead,
        '    ~ order of the routes: Order.kind equal to "gift"; Order.kind equal to "sale" → Order.kind equal to "sale"; Order.kind equal to "gift"',
      ],
    ],
    [
      "a route that is switched off",
      routed(first),
      routed({ ...first, disabled: true }),
      [routerHead, "    ~ route 1: switched on → switched off"],
    ],
    [
      "a route that is new",
      routed(first),
      routed(first, second),
      [
        routerHead,
        '    + route 2: Order.kind equal to "sale"',
        "+ Set variable (7) · Tools › Set variable",
        '    + in route 2 of "Router"',
        '    + name: "v"',
        '    + scope: "roundtrip"',
        '    + value: "b"',
      ],
    ],
    [
      "the fallback",
      routed(first, second),
      blueprint([hook, router(5, [first, second], { parameters: { else: 1 } })]),
      [routerHead, "    + fallback: route 2"],
    ],
    [
      "a filter between modules",
      blueprint([hook, message(2, "x")]),
      blueprint([hook, message(2, "x", gift)]),
      [tell, '    + filter: Order.kind equal to "gift"'],
    ],
    [
      "the name of a filter",
      blueprint([hook, message(2, "x", gift)]),
      blueprint([hook, message(2, "x", { filter: { ...(gift.filter as object), name: "Gifts" } })]),
      [tell, '    ~ filter: Order.kind equal to "gift" → Gifts: Order.kind equal to "gift"'],
    ],
    [
      "an error handler that is gone",
      guarded([breakHandler(9)]),
      guarded(),
      [tell, '    - error handler: Break (count: "3", interval: "15", retry: true)'],
    ],
    ["an error handler that is new", guarded(), guarded([ignore(9)]), [tell, "    + error handler: Ignore"]],
    [
      "another error handler",
      guarded([breakHandler(9)]),
      guarded([ignore(9)]),
      [
        "~ Ignore (9) · Flow Control › Ignore",
        "    ~ module: Flow Control › Break (builtin:Break) → Flow Control › Ignore (builtin:Ignore)",
        '    - count: "3"',
        '    - interval: "15"',
        "    - retry: true",
      ],
    ],
    [
      "a step in front of a directive",
      guarded([ignore(9)]),
      guarded([http(10, "Log"), ignore(9)]),
      [
        "+ Log (10) · HTTP › Make a request",
        '    + in the error handler of "Tell"',
        '    + url: "https://example.com/Log"',
      ],
    ],
  ])("%s", ([, before, after, lines]) => {
    expect(said(before, after)).toEqual(lines);
  });

  test("branches of an if-else, and what is merged", () => {
    const branched = (value: string, label: string, more: JsonObject = {}): JsonObject =>
      blueprint([
        hook,
        module(2, "builtin:BasicIfElse", {
          mapper: null,
          branches: [
            {
              type: "condition",
              label,
              merge: true,
              conditions: [[{ a: "{{1.n}}", o: "number:equal", b: value }]],
              flow: [setVariable(3, 1)],
              ...more,
            },
            { type: "else", label: "", merge: true, flow: [setVariable(4, 2)] },
          ],
        }),
        module(5, "builtin:BasicMerge", { mapper: null, outputs: [{ name: "o", mappings: ["{{3.v}}", "{{4.v}}"] }] }),
      ]);
    const head = "~ If-else (2) · Flow Control › If-else";
    const lines = (before: JsonObject, after: JsonObject) =>
      said(before, after).map((line) => line.replace(/^~ .*\(2\).*$/u, head));
    expect(lines(branched("1", "Few"), branched("2", "Few"))).toEqual([
      head,
      '    ~ branch 1 "Few": condition: Order.n equal to "1" → Order.n equal to "2"',
    ]);
    expect(lines(branched("1", "Few"), branched("1", "Little"))).toEqual([
      head,
      '    ~ branch 1 "Little" › label: "Few" → "Little"',
    ]);
    expect(lines(branched("1", "Few"), branched("1", "Few", { merge: false }))).toEqual([
      head,
      '    ~ branch 1 "Few" › merge: true → false',
    ]);
  });
});

describe("the scenario itself", () => {
  const head = "~ The scenario itself";
  const flow = [hook, message(2, "x")];
  const note = (content: string, ...moduleIds: readonly number[]): JsonObject => ({
    content,
    moduleIds,
    isFilterNote: false,
    metadata: {},
  });
  const notes = (...list: readonly JsonObject[]): JsonObject => blueprint(flow, {}, { notes: list });
  const api = (scheduling: JsonObject): JsonObject => ({ response: { blueprint: blueprint(flow), scheduling } });
  test.for<Case>([
    ["its name", blueprint(flow), { ...blueprint(flow), name: "Orders" }, ['    ~ name: "Test" → "Orders"']],
    [
      "a setting",
      blueprint(flow),
      blueprint(flow, { dlq: true }),
      ["    ~ store incomplete executions (dlq): false → true"],
    ],
    [
      "its schedule",
      api({ type: "indefinitely", interval: 900 }),
      api({ type: "indefinitely", interval: 7200 }),
      ["    ~ schedule: every 15 minutes → every 2 hours"],
    ],
    [
      "its inputs",
      { ...blueprint(flow), io: { input_spec: [] } },
      { ...blueprint(flow), io: { input_spec: [{ name: "a", type: "text" }] } },
      ['    + inputs › a › name: "a"', '    + inputs › a › type: "text"'],
    ],
    [
      "a note that is new",
      notes(),
      notes(note("<p>Mind &amp; check</p>", 2)),
      ['    + note at "Tell": "Mind & check"'],
    ],
    ["a note that says something else", notes(note("a", 2)), notes(note("b", 2)), ['    ~ note at "Tell": "a" → "b"']],
    ["a note at another module", notes(note("a", 1)), notes(note("a", 2)), ['    ~ note: "Order" → "Tell"']],
    ["what nobody knows", blueprint(flow), { ...blueprint(flow), owner: "me" }, ['    + owner: "me"']],
  ])("%s", ([, before, after, lines]) => {
    expect(said(before, after)).toEqual([head, ...lines]);
  });
});

describe("what one side cannot know", () => {
  const flow = [hook, message(2, "x")];
  const scheduled = { response: { blueprint: blueprint(flow), scheduling: { type: "immediately" } } };
  const taking = (...fields: readonly JsonObject[]): JsonObject => ({ ...blueprint(flow), io: { input_spec: fields } });
  const account = { name: "desk", type: "account:zendesk" };
  const kept = taking({ ...account, label: "", scope: [], default: 6611389 });
  const inSource = taking({ ...account, label: "Connection" });

  test("of a schedule is no difference: exports have none", () => {
    expect(said(blueprint(flow), scheduled)).toEqual([]);
    expect(said(scheduled, blueprint(flow))).toEqual([]);
  });

  test("of an input is no difference between an export and a source, and one between two exports", () => {
    const printed = (file: JsonObject) => ({ ...sideOf(file), isPrinted: true });
    expect(diffScenarios(sideOf(kept), printed(inSource)).scenario).toEqual([]);
    expect(diffScenarios(printed(inSource), sideOf(kept)).scenario).toEqual([]);
    expect(diffScenarios(sideOf(kept), sideOf(inSource)).scenario.map(({ label }) => label)).toContain(
      "inputs › desk › default",
    );
    const other = taking({ ...account, type: "account:freshdesk" }, { name: "more", type: "text" });
    expect(diffScenarios(sideOf(kept), printed(other)).scenario.map(({ label }) => label)).toEqual([
      "inputs › desk › type",
      "inputs › more › name",
      "inputs › more › type",
    ]);
  });
});

describe("what only the editor needs", () => {
  const plain = blueprint([hook, message(2, "{{1.a}}")]);
  const editors: readonly (readonly [string, JsonObject, readonly string[]])[] = [
    [
      "places",
      blueprint([hook, message(2, "{{1.a}}", { metadata: { designer: { x: 900, y: 5, name: "Tell" } } })]),
      ["    ~ designer › x: 0 → 900", "    ~ designer › y: 0 → 5"],
    ],
    [
      "labels",
      blueprint([
        hook,
        message(2, "{{1.a}}", { metadata: { designer: { x: 0, y: 0, name: "Tell" }, restore: { a: 1 } } }),
      ]),
      ["    + restore › a: 1"],
    ],
    [
      "the form",
      blueprint([
        hook,
        message(2, "{{1.a}}", { metadata: { designer: { x: 0, y: 0, name: "Tell" }, expect: [{ name: "n" }] } }),
      ]),
      ['    + expect › n › name: "n"'],
    ],
    ["numbers", blueprint([hook, message(7, "{{1.a}}")]), ["    ~ id: 2 → 7"]],
  ];

  test.for(editors)("%s are no difference, but with `all`", ([, after, lines]) => {
    expect(said(plain, after)).toEqual([]);
    expect(said(plain, after, { all: true }).slice(1)).toEqual(lines);
  });

  test("the order of keys is one with `all` alone", () => {
    const [one, other] = [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ].map((mapper) => blueprint([hook, message(2, "", { mapper })]));
    expect(said(one, other)).toEqual([]);
    expect(said(one, other, { all: true }).slice(1)).toEqual([
      "    ~ order of keys: id, module, version, parameters, mapper (a, b), metadata (designer (x, y, name)) → id, module, version, parameters, mapper (b, a), metadata (designer (x, y, name))",
    ]);
  });
});

test("a scenario that is new or gone is told by its modules", () => {
  const side = sideOf(blueprint([hook, message(2, "x")]));
  const kinds = (diff: ScenarioDiff) => [diff.scenario.length, diff.modules.map(({ kind }) => kind)];
  expect(kinds(diffScenarios(undefined, side))).toEqual([0, ["added", "added"]]);
  expect(kinds(diffScenarios(side, undefined))).toEqual([0, ["removed", "removed"]]);
});
