import { readFileSync } from "node:fs";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, test } from "vitest";
import type { FilePosition, JsonPlace } from "../../../src/diagnostics/diagnostic.ts";
import { compileEach, compileFiles, type PrintedScenario } from "../../../src/load/compile-files.ts";
import { createSourcePlaces } from "../../../src/load/source/source-places.ts";
import { pointer, resolvePointer } from "../../../src/util/json-pointer.ts";
import { type Project, project, projectOf } from "../project.ts";

const IMPORTS = `
import {
  all, always, any, array, boolean, branch, callScenario, connection, dataStore, env, exists, fallback, field, fn, iml,
  number, onError, raw, review, route, scenario, singleSelect, text, tool, webhook,
} from "cyanotype";
import { gmail as mail, googleSheets, http, slack, tools, webhooks } from "cyanotype/apps";
import * as apps from "cyanotype/apps";
`;

const BEFORE = `
const reviews = review({
  connection: connection("hitl"), loop: "65f1c0ffee65f1c0ffee65f2", response: singleSelect(["Yes", "No"]),
  timeoutSeconds: 3600, onTimeout: "no", answers: webhook("answers"),
});
const orders = dataStore("orders", { state: "", total: 0 });
const message = { connection: connection("slack"), channel: "#a" };
const FURTHER = { parameters: {} };
const tell = (text: string) => slack.createMessage({ ...message, text });
const wait = tools.sleep({ duration: 7 });
`;

const ENVIRONMENT = `
connections: { slack: 1, hitl: 2, gmail: 3, google: 4 }
webhooks: { orders: { id: 1 }, answers: { id: 2, url: "https://hook.eu1.make.com/a" } }
dataStores: { orders: 1 }
values: { C: c }
`;

/** A file with one scenario of these steps behind a trigger; \`settings\` are the scenario's. */
const fileOf = (steps: string, settings = "{}"): string => `${IMPORTS}${BEFORE}
export const a = scenario("A", ${settings}, (flow) => {
  const order = flow.trigger("Order", webhooks.customWebhook<{ note: string; total: number; list: string[] }>({ webhook: webhook("orders") }));
${steps}
});
`;

async function printed(files: Project, env = "test"): Promise<PrintedScenario> {
  const [first] = await compileFiles([files.path("scenarios/a.scenario.ts")], { env, out: files.path("out") });
  if (first === undefined) throw new Error("Nothing was printed");
  return first;
}

/** What stands in a text at a place, as an editor shows it. */
function textAt(text: string, { line, column, endLine = line, endColumn = column }: FilePosition): string {
  const lines = text.replace(/^\ufeff/u, "").split(/(?<=\n)/u);
  const offset = (row: number, behind: number): number => lines.slice(0, row - 1).join("").length + behind - 1;
  return lines.join("").slice(offset(line, column), offset(endLine, endColumn));
}

const markedIn = (scenario: PrintedScenario, place: JsonPlace): string | undefined => {
  const position = createSourcePlaces(scenario)(place);
  return position && textAt(scenario.file.text, position);
};

async function marked(source: string, place: JsonPlace, more: Readonly<Record<string, string>> = {}) {
  return markedIn(
    await printed(projectOf(source, { "scenarios/environments/test.yaml": ENVIRONMENT, ...more })),
    place,
  );
}

/** What is written, which part of the printed blueprint is meant, and what is pointed at. */
type Case = readonly [steps: string, at: string | JsonPlace, marks: string];

const checked = ([steps, at, marks]: Case) =>
  marked(fileOf(steps), typeof at === "string" ? { pointer: at } : at).then((found) => expect(found).toBe(marks));

describe("a value that is wrong", () => {
  test.for<Case>([
    ['flow.step("S", tools.sleep({ duration: 299 }));', "/flow/1/mapper/duration", "299"],
    ['flow.step("S", tools.sleep({ "duration": 5 + 1 }));', "/flow/1/mapper/duration", "5 + 1"],
    [
      'flow.step("S", slack.createMessage({ ...message, text: iml`a ${order.note}` }));',
      "/flow/1/mapper/text",
      "iml`a ${order.note}`",
    ],
    ['flow.step("S", apps.slack.createMessage({ ...message, text: "b" }));', "/flow/1/mapper/text", '"b"'],
    ['const text = "b"; flow.step("S", slack.createMessage({ ...message, text }));', "/flow/1/mapper/text", "text"],
    [
      'flow.step("S", slack.createMessage({ ...message, text: (order.note)! as string }));',
      "/flow/1/mapper/text",
      "(order.note)! as string",
    ],
    ['flow.step("S", (slack.createMessage({ ...message, text: "b" } as const)), {});', "/flow/1/mapper/text", '"b"'],
  ])("is pointed at in the module of a step: %s", checked);

  test.for<Case>([
    ['flow.step("S", slack.createMessage({ ...message, text: "b" }));', "/flow/1/parameters/__IMTCONN__", "message"],
    [
      'flow.step("S", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "b" }));',
      "/flow/1/parameters/__IMTCONN__",
      'connection("slack")',
    ],
    [
      'flow.step("S", slack.createMessage({ ...message, channel: "#b", text: "b" }));',
      "/flow/1/mapper/channel",
      '"#b"',
    ],
    ['flow.step("S", wait);', "/flow/1/mapper/duration", "wait"],
    ['flow.step("S", tell("hello"));', "/flow/1/mapper/text", 'tell("hello")'],
  ])("is pointed at where it is handed over, and never followed: %s", checked);

  const REQUEST =
    'flow.step("S", http.makeRequest({ method: "post", url: "https://a.example.com", headers: { Accept: "b", "X-C": env("C") }, queryParameters: [{ name: "d", value: "e" }], body: { f: [{ g: "h" }, 2] } }));';
  test.for<Case>([
    [REQUEST, "/flow/1/mapper/headers/0/value", '"b"'],
    [REQUEST, "/flow/1/mapper/headers/1/name", '"X-C"'],
    [REQUEST, "/flow/1/mapper/headers/1/value", 'env("C")'],
    [REQUEST, "/flow/1/mapper/headers/1", '"X-C"'],
    [REQUEST, "/flow/1/mapper/headers", '{ Accept: "b", "X-C": env("C") }'],
    [REQUEST, "/flow/1/mapper/queryParameters/0/value", '"e"'],
    [REQUEST, { pointer: "/flow/1/mapper/jsonStringBodyContent", range: { start: 12, end: 13 } }, '"h"'],
    [REQUEST, { pointer: "/flow/1/mapper/jsonStringBodyContent", range: { start: 8, end: 9 } }, "g"],
    [REQUEST, { pointer: "/flow/1/mapper/jsonStringBodyContent" }, '{ f: [{ g: "h" }, 2] }'],
    [
      'flow.step("S", googleSheets.addRow({ connection: connection("google"), spreadsheetId: "1", sheetId: "2", values: { A: 1, AB: "x" } }));',
      "/flow/1/mapper/values/27",
      '"x"',
    ],
    [
      'flow.step("S", mail.sendAnEmail({ connection: connection("gmail"), to: ["a@example.com", order.note], subject: "", content: "" }));',
      "/flow/1/mapper/to/1",
      "order.note",
    ],
    [
      'flow.step("S", mail.sendAnEmail({ connection: connection("gmail"), to: [...["a"], order.note], subject: "", content: "" }));',
      "/flow/1/mapper/to/1",
      '[...["a"], order.note]',
    ],
  ])("is pointed at inside of objects and lists: %s at %s", checked);

  const TEXT =
    'flow.step("S", slack.createMessage({ ...message, text: iml`Hé\\n${order.note} is ${fn.upper(order.note)}` }));';
  test.for<Case>([
    [TEXT, { pointer: "/flow/1/mapper/text", range: { start: 5, end: 9 } }, "order.note"],
    [TEXT, { pointer: "/flow/1/mapper/text", range: { start: 20, end: 24 } }, "fn.upper(order.note)"],
    [
      TEXT,
      { pointer: "/flow/1/mapper/text", range: { start: 0, end: 3 } },
      "iml`Hé\\n${order.note} is ${fn.upper(order.note)}`",
    ],
    [
      'flow.step("S", slack.createMessage({ ...message, text: iml`${"a"} b ${order.note}` }));',
      { pointer: "/flow/1/mapper/text", range: { start: 6, end: 8 } },
      'iml`${"a"} b ${order.note}`',
    ],
  ])("is the one in a template whose mapping is meant: %s", checked);

  test.for<Case>([
    ['flow.iterate("I", order.list);', "/flow/1/mapper/array", "order.list"],
    ['flow.repeat("R", { start: 2, times: 30 });', "/flow/1/mapper/repeats", "30"],
    ['flow.repeat("R", { start: 2, times: 30 });', "/flow/1/mapper/start", "2"],
    [
      'const i = flow.iterate("I", order.list); flow.collect("C", i, { a: i.value, b: "c" }, { groupBy: order.note });',
      "/flow/2/mapper/b",
      '"c"',
    ],
    [
      'const i = flow.iterate("I", order.list); flow.collect("C", i, { a: i.value }, { groupBy: order.note });',
      "/flow/2/flags/groupBy",
      "order.note",
    ],
    [
      'const i = flow.iterate("I", order.list); flow.collect("C", i, { a: i.value });',
      "/flow/2/parameters/feeder",
      "i",
    ],
    [
      'const i = flow.iterate("I", order.list); flow.aggregate("T", i, tools.textAggregator({ value: "v" }));',
      "/flow/2/mapper/value",
      '"v"',
    ],
    [
      'flow.step("S", raw.module({ module: "a:b", version: 1, mapper: { c: [{ d: "e" }] } }));',
      "/flow/1/mapper/c/0/d",
      '"e"',
    ],
    ['flow.step("S", tools.sleep({ duration: 5 }), { mapper: { duration: 9 } });', "/flow/1/mapper/duration", "9"],
  ])("is pointed at in whatever writes a module: %s", checked);

  test.for<Case>([
    [
      'flow.step("S", reviews.request({ text: "t", context: { a: order.note } }));',
      "/flow/1/mapper/request_text",
      '"t"',
    ],
    [
      'flow.step("S", reviews.request({ text: "t", context: { a: "b" } }));',
      { pointer: "/flow/1/mapper/context", range: { start: 5, end: 8 } },
      '"b"',
    ],
    ['flow.step("S", reviews.request({ text: "t" }));', "/flow/1/mapper/timeout_seconds", "reviews"],
    ['flow.step("S", reviews.status({ request: "r" }));', "/flow/1/mapper/request_id", '"r"'],
    ['flow.step("S", orders.add({ key: "k", row: { state: "s", total: 1 } }));', "/flow/1/mapper/data/state", '"s"'],
    [
      'flow.step("S", orders.add({ key: "k", row: { state: "s", total: 1 } }));',
      "/flow/1/parameters/datastore",
      "orders",
    ],
  ])("is pointed at in a review and in a data store: %s", checked);
});

describe("a condition", () => {
  const when = (condition: string): string => `flow.step("S", wait, { when: ["W", ${condition}] });`;
  const IN = "/flow/1/filter/conditions";
  test.for<Case>([
    [when("exists(order.note)"), `${IN}/0/0/a`, "order.note"],
    [when("exists(order.note)"), IN, "exists(order.note)"],
    [when("exists(order.note)"), "/flow/1/filter/name", '"W"'],
    [when('text.equals(order.note, "a")'), `${IN}/0/0/b`, '"a"'],
    [when('text.equals(order.note, "a")'), `${IN}/0/0/o`, "equals"],
    [when('text.equals(order.note, "a")'), `${IN}/0/0`, 'text.equals(order.note, "a")'],
    [when('text.isOneOf(order.note, ["a", "b"])'), `${IN}/1/0/b`, '"b"'],
    [when('text.isOneOf(order.note, ["a", "b"])'), `${IN}/1/0`, '"b"'],
    [when("any(exists(order.note), all(exists(order.total), number.atLeast(order.total, 2)))"), `${IN}/1/1/b`, "2"],
    [
      when("any(exists(order.note), all(exists(order.total), number.atLeast(order.total, 2)))"),
      `${IN}/1`,
      "all(exists(order.total), number.atLeast(order.total, 2))",
    ],
    [
      when('all(text.isOneOf(order.note, ["a", "b"]), any(exists(order.total), boolean.isTrue(order.total as never)))'),
      `${IN}/3/0/b`,
      '"b"',
    ],
    [when("raw.condition('text:odd', order.note, 1)"), `${IN}/0/0/o`, "'text:odd'"],
    [
      'const c = exists(order.note); flow.step("S", wait, { when: all(c, exists(order.total)) });',
      `${IN}/0/1/a`,
      "all(c, exists(order.total))",
    ],
    ['const c = exists(order.note); flow.step("S", wait, { when: c });', `${IN}/0/0/a`, "c"],
  ])("of a step is taken apart where its calls are seen: %s", checked);

  const ROUTER =
    'flow.router("R", [route("A", exists(order.note), (flow) => { flow.step("S", wait, { when: exists(order.total) }); }), always("B", (flow) => { flow.step("T", tools.sleep({ duration: 3 })); }), fallback("C", (flow) => { flow.step("U", wait); })]);';
  const MATCH =
    'flow.match("M", order.note as never, { a: (flow) => { flow.step("S", wait); }, fallback: (flow) => { flow.step("T", wait, { when: exists(order.total) }); } });';
  const BRANCHES =
    'flow.ifElse("I", [branch("A", number.atLeast(order.total, 5), (flow) => { flow.step("S", wait); })], (flow) => { flow.step("T", wait); });';
  test.for<Case>([
    [ROUTER, "/flow/1/routes/0/flow/0/filter/name", '"A"'],
    [ROUTER, "/flow/1/routes/0/flow/0/filter/conditions/0/0/a", "order.note"],
    [ROUTER, "/flow/1/routes/0/flow/0/filter/conditions/0/1/a", "order.total"],
    [ROUTER, "/flow/1/routes/0/flow/0/filter", '"S"'],
    [ROUTER, "/flow/1/routes/1", '"B"'],
    [ROUTER, "/flow/1/routes/1/flow/0/mapper/duration", "3"],
    [ROUTER, "/flow/1/parameters/else", '"C"'],
    [MATCH, "/flow/1/routes/0/flow/0/filter/conditions/0/0/a", "order.note as never"],
    [MATCH, "/flow/1/routes/0/flow/0/filter/conditions/0/0/b", "a"],
    [MATCH, "/flow/1/routes/0", "a"],
    [MATCH, "/flow/1/routes/1", "fallback"],
    [MATCH, "/flow/1/routes/1/flow/0/filter/conditions/0/0/a", "order.total"],
    [BRANCHES, "/flow/1/branches/0/conditions/0/0/b", "5"],
    [BRANCHES, "/flow/1/branches/0", '"A"'],
    [BRANCHES, "/flow/1/branches/1", '"I"'],
  ])("of a route or a branch is, too: %s at %s", checked);
});

describe("what is said beside a step's values", () => {
  const RETRY = 'flow.step("S", wait, { onError: onError.retry({ attempts: 3, everyMinutes: 9 }) });';
  const ROUTE =
    'flow.step("S", wait, { onError: (flow) => { flow.router("R", [always("A", (flow) => { flow.end(onError.resume({ a: "b" } as never)); })]); } });';
  test.for<Case>([
    [RETRY, "/flow/1/onerror/0/mapper/count", "3"],
    [RETRY, "/flow/1/onerror/0/module", "onError.retry({ attempts: 3, everyMinutes: 9 })"],
    ['const retry = onError.ignore(); flow.step("S", wait, { onError: retry });', "/flow/1/onerror/0/module", "retry"],
    ['flow.step("S", wait, { onError: () => onError.ignore() });', "/flow/1/onerror/0/module", '"S"'],
    [RETRY, { pointer: "/flow/1/onerror", key: true }, "onError"],
    [ROUTE, "/flow/1/onerror/0/routes/0/flow/0/mapper/a", '"b"'],
    [
      'flow.step("S", wait, { tools: [tool("T", (flow) => { flow.step("U", wait); }, { description: "d" })] });',
      "/flow/1/tools/0/description",
      '"d"',
    ],
    [
      'flow.step("S", tools.sleep({ duration: 5 }), { parameters: { a: 1 } });',
      { pointer: "/flow/1/parameters/a", key: true },
      "a",
    ],
    [
      'flow.step("S", slack.createMessage({ ...message, text: "b" }));',
      { pointer: "/flow/1/mapper/text", key: true },
      "text",
    ],
  ])("is pointed at: %s", checked);

  test.for<readonly [string, string, string]>([
    ["{ maxConsecutiveErrors: 7 }", "/metadata/scenario/maxErrors", "7"],
    ["{ sequential: true, further: { sequential: false } }", "/metadata/scenario/sequential", "false"],
    ["{ inputs: { who: field.text('Who') } }", "/io/input_spec/0/name", "who"],
    ["{ inputs: { who: field.text('Who') } }", "/io/input_spec/0/type", "field.text('Who')"],
    ["{ sequential: true }", "/metadata/scenario/dlq", '"A"'],
    ["{}", "/name", '"A"'],
    ["{}", "/metadata/instant", '"A"'],
  ])("is pointed at in a scenario's settings: %s", async ([settings, at, marks]) => {
    expect(await marked(fileOf('flow.step("S", wait);', settings), { pointer: at })).toBe(marks);
  });
});

describe("what a step or a scenario suppresses", () => {
  const at = (where: string): JsonPlace => ({ pointer: `${where}/suppress/open-webhook`, key: true });
  const OWN = '{ suppress: { "weak-evidence": "b", "open-webhook": "a" } }';
  test("is pointed at by the rule that it names", async () => {
    expect(await marked(fileOf(`flow.step("S", wait, ${OWN});`), at("/flow/1"))).toBe('"open-webhook"');
    expect(await marked(fileOf('flow.step("S", wait);', OWN), at(""))).toBe('"open-webhook"');
    const constant = `const suppress = { "open-webhook": "a" } as const; flow.step("S", wait, { suppress });`;
    expect(await marked(fileOf(constant), at("/flow/1"))).toBe("suppress");
  });
});

describe("the name of the step stands for it", () => {
  test.for<Case>([
    ['flow.step("S", tools.sleep({ duration: 5 }));', "/flow/1/module", '"S"'],
    ['flow.step("S", tools.sleep({ duration: 5 }));', "/flow/1/mapper", '"S"'],
    ['flow.step("S", orders.add({ key: "k", row: { state: "s", total: 1 } }));', "/flow/1/mapper/overwrite", '"S"'],
    ['flow.step("S", slack.createMessage({ ...message, text: "b", ...message }));', "/flow/1/mapper/text", '"S"'],
    ['flow.step("S", slack.createMessage({ ...message, ...{ text: "b" } }));', "/flow/1/mapper/text", '"S"'],
    ['flow.step("S", slack.createMessage({ ...message, ["te" + "xt"]: "b" } as never));', "/flow/1/mapper/text", '"S"'],
    ['flow.step("S", tools.sleep({ duration: 5 }), { ...FURTHER });', "/flow/1/mapper/duration", '"S"'],
    ['flow.step(`${"S"}`, tools.sleep({ duration: 5 }));', "/flow/1/module", '`${"S"}`'],
  ])("where nothing smaller is certain: %s", checked);

  test("or the whole module, where an app is called like something else", async () => {
    const source = fileOf(
      'const send = (slack: typeof apps.slack) => flow.step("S", slack.createMessage({ ...message, text: "b" })); send(apps.slack);',
    );
    const at = { pointer: "/flow/1/mapper/text" };
    expect(await marked(source, at)).toBe('slack.createMessage({ ...message, text: "b" })');
  });

  test("where a module is printed over another app", async () => {
    const source = fileOf('flow.step("S", reviews.request({ text: "t" }));');
    const environment = `${ENVIRONMENT}modules: certain\nkeys: { hitl: 3 }\n`;
    const at = { pointer: "/flow/1/mapper/url" };
    expect(await marked(source, at, { "scenarios/environments/test.yaml": environment })).toBe('"S"');
  });

  test("with a real id it is still the same module", async () => {
    const source = fileOf('flow.step("S", tools.sleep({ duration: 5 }));');
    const environment = `${ENVIRONMENT}moduleIds: { "util:FunctionSleep": { module: "util:Sleep", version: 2 } }\n`;
    const at = { pointer: "/flow/1/mapper/duration" };
    expect(await marked(source, at, { "scenarios/environments/test.yaml": environment })).toBe("5");
  });

  test("of two steps in a line, the one that is meant", async () => {
    const source = fileOf(
      'flow.step("S", tools.sleep({ duration: 5 })); flow.step("T", tools.sleep({ duration: 6 }));',
    );
    expect(await marked(source, { pointer: "/flow/2/mapper/duration" })).toBe("6");
  });

  test("nothing does in a file that another translator has to read", async () => {
    const source = fileOf('flow.step("S", tools.sleep({ duration: 5 }));').replace('"S"', '"S\u2028"');
    expect(await marked(source, { pointer: "/flow/1/mapper/duration" })).toBeUndefined();
  });
});

describe("lines and columns", () => {
  const STEP = [
    'flow.step("S", slack.createMessage({',
    "\t\t...message,",
    "\t\ttext: iml`😀",
    "${order.note}`,",
    "\t}));",
  ].join("\n");
  const placeIn = async (text: string) => {
    const files = projectOf(text, { "scenarios/environments/test.yaml": ENVIRONMENT });
    const scenario = await printed(files);
    const { path: _, ...position } = createSourcePlaces(scenario)({ pointer: "/flow/1/mapper/text" }) ?? { path: "" };
    return position;
  };

  test("are those of an editor, whatever the lines end with", async () => {
    const expected = { line: 22, column: 9, endLine: 23, endColumn: 15 };
    const text = fileOf(STEP);
    const line = text.split("\n").findIndex((each) => each.includes("😀")) + 1;
    expect(await placeIn(text)).toEqual({ ...expected, line, endLine: line + 1 });
    expect(await placeIn(text.replaceAll("\n", "\r\n"))).toEqual({ ...expected, line, endLine: line + 1 });
    expect(await placeIn(`\ufeff${text}`)).toEqual({ ...expected, line, endLine: line + 1 });
  });

  test("of one line name no other", async () => {
    expect(await placeIn(fileOf('flow.step("😀", slack.createMessage({ ...message, text: "b" }));'))).toEqual({
      line: 21,
      column: 57,
      endColumn: 60,
    });
  });
});

/** Every pointer into a value, but for what only the editor has. */
function* pointersIn(value: unknown, at = ""): Generator<string> {
  yield at;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pointersIn(inner, pointer(at, key));
}

/** Offsets of all expressions and keys of a file, as another parser sees them. */
function expressionsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { start, end } = node as { readonly start?: number; readonly end?: number };
    if (start !== undefined) found.add(`${start}-${end}`);
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseAst(text, { lang: "ts", preserveParens: true }));
  return found;
}

const offsetsIn = (text: string, { line, column, endLine = line, endColumn = column }: FilePosition) => {
  const lines = text.split(/(?<=\n)/u);
  const offset = (row: number, behind: number): number => lines.slice(0, row - 1).join("").length + behind - 1;
  return { start: offset(line, column), end: offset(endLine, endColumn) };
};

const REFERENCES = ["content-moderation", "google-forms-approval", "zendesk-escalation"].map(
  (name) => `scenarios/${name}.scenario.ts`,
);

describe.for(REFERENCES)("in %s", (path) => {
  // A copy: a text that stands in for a file's would be what others import of it.
  const copy = () => {
    const names = [path, "scenarios/environments/app.yaml", "scenarios/environments/certain.yaml"];
    return project(Object.fromEntries(names.map((name) => [name, readFileSync(name, "utf8")])));
  };
  const compiled = (files: Project) => compileFiles([files.path(path)], { out: files.path("out") });

  test("every place is a whole expression or a key", async () => {
    for (const scenario of await compiled(copy())) {
      const placeOf = createSourcePlaces(scenario);
      const { text } = scenario.file;
      const expressions = expressionsIn(text);
      const cut = new Set<string>();
      for (const at of pointersIn(scenario.blueprint)) {
        const value = resolvePointer(scenario.blueprint, at);
        const ranges = typeof value === "string" ? [...value.matchAll(/[\w.]+/gu)].map(({ index }) => index) : [];
        const places: readonly JsonPlace[] = [
          { pointer: at },
          { pointer: at, key: true },
          ...ranges.map((start) => ({ pointer: at, range: { start, end: start + 1 } })),
        ];
        for (const place of places) {
          const { start, end } = offsetsIn(text, placeOf(place) as FilePosition);
          if (!expressions.has(`${start}-${end}`)) cut.add(`${at}: ${text.slice(start, end)}`);
        }
      }
      expect([...cut]).toEqual([]);
    }
  });

  test("another text where one is pointed at makes another value there", { timeout: 60_000 }, async () => {
    const files = copy();
    const before = await compiled(files);
    const [first] = before;
    const text = first?.file.text ?? "";
    const placesOf = new Map(before.map((scenario) => [scenario, createSourcePlaces(scenario)]));
    const literals = new Map<string, { readonly scenario: PrintedScenario; readonly at: string }[]>();
    for (const [scenario, placeOf] of placesOf) {
      for (const at of pointersIn(scenario.blueprint)) {
        const value = resolvePointer(scenario.blueprint, at);
        const { start, end } = offsetsIn(text, placeOf({ pointer: at }) as FilePosition);
        if (typeof value !== "string" || text.slice(start, end) !== JSON.stringify(value)) continue;
        const key = `${start}-${end}`;
        literals.set(key, [...(literals.get(key) ?? []), { scenario, at }]);
      }
    }
    expect(literals.size).toBeGreaterThan(10);
    for (const [key, places] of literals) {
      const [start = 0, end = 0] = key.split("-").map(Number);
      const changed = `${text.slice(0, end - 1)}x${text.slice(end - 1)}`;
      const { printed: after } = await compileEach([files.path(path)], {
        out: files.path("out"),
        texts: new Map([[files.path(path), changed]]),
      });
      for (const { scenario, at } of places) {
        const same = after.find((other) => other.path === scenario.path);
        // What types would refuse does not compile; other names make other files.
        if (same)
          expect(resolvePointer(same.blueprint, at), `${text.slice(start, end)} at ${at}`).not.toBe(
            resolvePointer(scenario.blueprint, at),
          );
      }
    }
  });
});
