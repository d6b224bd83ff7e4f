import { describe, expect, test } from "vitest";
import { buildScenario, type Module } from "../../src/model/scenario.ts";
import { type JsonObject, module } from "../lint/blueprints.ts";
import { codeOf, expecting, exported, fieldsIn, learnFrom, modulesOf } from "./learning.ts";

const label = "L";
const name = "a";

describe("a field of an export becomes", () => {
  test.for<[entry: JsonObject, code: string]>([
    [{ type: "text" }, 'field.text("L")'],
    [{ type: "password" }, 'field.text("L")'],
    [{ type: "email" }, 'field.email("L")'],
    [{ type: "url" }, 'field.url("L")'],
    [{ type: "filename" }, 'field.filename("L")'],
    [{ type: "time" }, 'field.time("L")'],
    [{ type: "json" }, 'field.json("L")'],
    [{ type: "boolean" }, 'field.boolean("L")'],
    [{ type: "date" }, 'field.date("L")'],
    [{ type: "buffer" }, 'field.buffer("L")'],
    [{ type: "file" }, 'field.file("L")'],
    [{ type: "folder" }, 'field.folder("L")'],
    [{ type: "filter" }, 'field.filter("L")'],
    [{ type: "number" }, 'field.number("L")'],
    [{ type: "integer", validate: { min: 1 } }, 'field.integer("L", { min: 1 })'],
    [{ type: "uinteger", validate: { min: 1, max: 9 } }, 'field.uinteger("L", { min: 1, max: 9 })'],
    [{ type: "any" }, 'field.any("L")'],
    [{ type: "cert" }, 'field.any("L")'],
    [{ type: "hidden" }, 'field.any("L")'],
    [{ type: "toString" }, 'field.any("L")'],
    [{}, 'field.any("L")'],
    [{ type: "select" }, 'field.remoteSelect("L")'],
    [{ type: "select", options: "rpc://x" }, 'field.remoteSelect("L")'],
    [{ type: "select", options: [] }, 'field.remoteSelect("L")'],
    [{ type: "select", validate: { enum: ["b", "a"] } }, 'field.select("L", ["b", "a"])'],
    [{ type: "select", validate: { enum: [true, 1, "a"] } }, 'field.select("L", [true, 1, "a"])'],
    [{ type: "select", validate: { enum: [null] } }, 'field.remoteSelect("L")'],
    [{ type: "select", options: [{ value: "x", label: "X" }, { value: "y" }] }, 'field.select("L", ["x", "y"])'],
    [{ type: "select", options: { store: [{ value: "x" }] } }, 'field.select("L", ["x"])'],
    [{ type: "select", validate: { enum: Array.from({ length: 101 }, (_, i) => `${i}`) } }, 'field.remoteSelect("L")'],
    [{ type: "select", multiple: true }, 'field.selectMany("L")'],
    [{ type: "select", multiple: true, validate: { enum: ["a"] } }, 'field.selectMany("L", ["a"])'],
    [{ type: "select", multiple: true, validate: { enum: [1] } }, 'field.any("L")'],
    [{ type: "array" }, 'field.array("L", field.any("L"))'],
    [{ type: "array", spec: { type: "text", label: "Item" } }, 'field.array("L", field.text("Item"))'],
    [{ type: "array", spec: { name: "value", label: "Item" } }, 'field.array("L", field.any("Item"))'],
    [
      { type: "array", spec: [{ name: "x", type: "text" }] },
      'field.array("L", field.collection("L", { x: field.text("X") }))',
    ],
    [
      { type: "array", spec: { type: "collection", label: "Item", spec: [{ name: "x", type: "text" }] } },
      'field.array("L", field.collection("Item", { x: field.text("X") }))',
    ],
    [{ type: "collection", spec: [{ name: "x", type: "text" }] }, 'field.collection("L", { x: field.text("X") })'],
    [{ type: "collection" }, 'field.record("L")'],
    [{ type: "collection", spec: [] }, 'field.record("L")'],
    [{ type: "collection", spec: [{ name: "0", type: "text" }] }, 'field.record("L")'],
    [{ type: "collection", spec: [{ name: "fldAbCdEfGhIjKlMn", type: "text" }] }, 'field.record("L")'],
    [{ type: "collection", spec: [{ name: "constructor", type: "text" }] }, 'field.record("L")'],
    [{ type: "account:b,a" }, 'field.account("b", "a").optional()'],
    [{ type: "account" }, "field.account().optional()"],
    [{ type: "hook:gateway-webhook" }, 'field.hook("gateway-webhook").optional()'],
    [{ type: "keychain:apikeyauth" }, 'field.keychain("apikeyauth").optional()'],
    [{ type: "datastore" }, "field.dataStore().optional()"],
    [{ type: "udt" }, "field.dataStructure().optional()"],
    [{ type: "scenario" }, "field.scenarioId().optional()"],
  ])("%j: %s", ([entry, code]) => {
    expect(fieldsIn(codeOf(expecting([{ name, label, ...entry }])))).toBe(`a: ${code}`);
  });

  test.for<[value: unknown, type: string, code: string]>([
    ["{{1.x}}", "uinteger", 'field.uinteger("L")'],
    ["10", "uinteger", 'field.uinteger("L")'],
    ["", "uinteger", 'field.uinteger("L")'],
    ["ten", "uinteger", 'field.any("L")'],
    ["true", "boolean", 'field.boolean("L")'],
    ["yes", "boolean", 'field.any("L")'],
    [{ x: 1 }, "text", 'field.any("L")'],
    ["2026-01-01", "date", 'field.date("L")'],
    ["not JSON", "json", 'field.text("L")'],
    [[{ toString: 1 }], "text", 'field.any("L")'],
    [{ toString: 1 }, "number", 'field.any("L")'],
  ])("%j in a field of the type %s: %s", ([value, type, code]) => {
    expect(fieldsIn(codeOf(expecting([{ name, label, type }], { a: value })))).toBe(`a: ${code}`);
  });

  test("a list from the account, when its value is none of the options", () => {
    const entry = { name, label, type: "select", validate: { enum: ["x"] } };
    expect(fieldsIn(codeOf(expecting([entry], { a: "z" })))).toBe('a: field.remoteSelect("L")');
  });

  test("a record, when its value has keys that are not described", () => {
    const entry = { name, label, type: "collection", spec: [{ name: "x", type: "text" }] };
    expect(fieldsIn(codeOf(expecting([entry], { a: { y: 1 } })))).toBe('a: field.record("L")');
  });

  test("a field with a label made of its key, when it has none", () => {
    expect(fieldsIn(codeOf(expecting([{ name: "maxResults", type: "text" }])))).toBe(
      'maxResults: field.text("Max results")',
    );
  });
});

describe("a field is required", () => {
  const entry = { name, label, type: "text", required: true };

  test("when every export gives it a value", () => {
    const exports = [expecting([entry], { a: "x" }), expecting([entry], { a: "{{1.x}}" })];
    expect(fieldsIn(codeOf(...exports))).toBe('a: field.text("L").required()');
  });

  test("not when one export leaves it out", () => {
    expect(fieldsIn(codeOf(expecting([entry], { a: "x" }), expecting([entry])))).toBe('a: field.text("L")');
  });

  test("not when one export that describes nothing leaves it out", () => {
    expect(fieldsIn(codeOf(expecting([entry], { a: "x" }), exported({ mapper: {} })))).toBe('a: field.text("L")');
  });

  test("not when it shows only after a choice", () => {
    const choice = { name: "b", label, type: "select", options: [{ value: "x", nested: [entry] }, { value: "y" }] };
    expect(fieldsIn(codeOf(expecting([choice], { a: "x", b: "x" })))).toBe(
      'b: field.select("L", ["x", "y"]), a: field.text("L")',
    );
  });

  test("in the items of a list, when every item has it", () => {
    const list = { name: "b", label, type: "array", spec: [entry, { name: "c", label, type: "text", required: true }] };
    expect(fieldsIn(codeOf(expecting([list], { b: [{ a: "x", c: "x" }, { a: "y" }] })))).toBe(
      'b: field.array("L", field.collection("L", { a: field.text("L").required(), c: field.text("L") }))',
    );
  });
});

describe("several exports of a module", () => {
  const both = (a: JsonObject, b: JsonObject): string => {
    const exports = [a, b].map((entry) => expecting([{ name, label, ...entry }]));
    const code = codeOf(...exports);
    expect(codeOf(...exports.toReversed())).toBe(code);
    return fieldsIn(code);
  };
  const collection = (...keys: string[]) => ({
    type: "collection",
    spec: keys.map((key) => ({ name: key, label, type: "text" })),
  });
  const select = (...options: unknown[]) => ({ type: "select", validate: { enum: options } });

  test.for<[a: JsonObject, b: JsonObject, code: string]>([
    [{ type: "text" }, { type: "number" }, 'field.any("L")'],
    [{ type: "text" }, { type: "email" }, 'field.text("L")'],
    [{ type: "url" }, { type: "select" }, 'field.text("L")'],
    [{ type: "integer" }, { type: "uinteger" }, 'field.number("L")'],
    [
      { type: "integer", validate: { min: 1, max: 5 } },
      { type: "integer", validate: { min: 2, max: 9 } },
      'field.integer("L", { min: 1, max: 9 })',
    ],
    [select("b", "a"), select("b", "a"), 'field.select("L", ["b", "a"])'],
    [select("b"), select("b", "a"), 'field.select("L", ["a", "b"])'],
    [select("b"), { type: "select" }, 'field.remoteSelect("L")'],
    [select(true), { type: "select" }, 'field.any("L")'],
    [select("a"), { type: "select", multiple: true }, 'field.any("L")'],
    [{ type: "account:a" }, { type: "account:b" }, 'field.account("a", "b").optional()'],
    [{ type: "account:a" }, { type: "text" }, 'field.any("L")'],
    [collection("x"), collection("x"), 'field.collection("L", { x: field.text("L") })'],
    [collection("x"), collection("x", "y"), 'field.record("L")'],
    [collection("x"), collection(), 'field.record("L")'],
    [
      { type: "array", spec: { type: "text" } },
      { type: "array", spec: { type: "url" } },
      'field.array("L", field.text("L"))',
    ],
  ])("that say %j and %j: %s", ([a, b, code]) => {
    expect(both(a, b)).toBe(`a: ${code}`);
  });

  test("give all fields that one of them has", () => {
    const field = (key: string) => ({ name: key, label, type: "text" });
    expect(fieldsIn(codeOf(expecting([field("b"), field("a")]), expecting([field("c")])))).toBe(
      'a: field.text("L"), b: field.text("L"), c: field.text("L")',
    );
  });

  test("are counted", () => {
    const twice = modulesOf(...[1, 2].map((id) => module(id, "a:b", { mapper: { x: 1 } })));
    const code = codeOf(twice, modulesOf(module(1, "a:b", { mapper: { x: 1 } })));
    expect(code).toContain("evidence: observed(2)");
  });
});

describe("what a module gives", () => {
  const giving = (...names: string[]) =>
    exported({ metadata: { interface: names.map((key) => ({ name: key, label, type: "text", required: true })) } });

  test("is what the export says", () => {
    expect(fieldsIn(codeOf(giving("b", "a")), "output")).toBe('b: field.text("L"), a: field.text("L")');
  });

  test("is what all exports agree about", () => {
    expect(fieldsIn(codeOf(giving("a", "b"), giving("b", "c"), exported({ metadata: { expect: [] } })), "output")).toBe(
      'b: field.text("L")',
    );
  });

  test("holds no connections", () => {
    const output = [{ name, label, type: "account:x" }];
    expect(fieldsIn(codeOf(exported({ metadata: { interface: output } })), "output")).toBe('a: field.any("L")');
  });
});

describe("a module without a description", () => {
  test("is learnt from its keys", () => {
    const code = codeOf(exported({ parameters: { __IMTCONN__: 1 }, mapper: { maxResults: 5 } }));
    expect(fieldsIn(code, "parameters")).toBe(
      '__IMTCONN__: field.account("apify").describe("No export describes it.")',
    );
    expect(fieldsIn(code)).toBe('maxResults: field.any("Max results").required().describe("No export describes it.")');
  });

  test("has the type of its connection from what the editor remembers", () => {
    const restore = { parameters: { __IMTCONN__: { data: { connection: "apify2" } } } };
    expect(
      fieldsIn(codeOf(exported({ parameters: { __IMTCONN__: 1 }, metadata: { restore } })), "parameters"),
    ).toContain('field.account("apify2")');
  });

  test("without keys is not learnt", () => {
    expect(learnFrom([exported({})])).toEqual([]);
  });

  test("adds nothing to one that is described elsewhere", () => {
    const described = expecting([{ name, label, type: "text" }], { a: "x" });
    expect(fieldsIn(codeOf(exported({ mapper: { a: 1, b: 2 } }), described))).toBe('a: field.text("L")');
  });
});

test("keys that a description leaves out are not declared, but for the connection", () => {
  const code = codeOf(
    exported({
      parameters: { __IMTCONN__: 1, x: 1 },
      mapper: { a: 1, z: 1 },
      metadata: { expect: [{ name, label, type: "number" }], parameters: [] },
    }),
  );
  expect(fieldsIn(code)).toBe('a: field.number("L")');
  expect(fieldsIn(code, "parameters")).toBe('__IMTCONN__: field.account("apify").describe("No export describes it.")');
});

test("settings of an old trigger that are described as mapped are settings", () => {
  const code = codeOf(exported({ parameters: { a: 1 }, metadata: { expect: [{ name, label, type: "number" }] } }));
  expect([fieldsIn(code, "parameters"), fieldsIn(code)]).toEqual(['a: field.number("L")', ""]);
});

describe("names of fields that would be given twice are told apart:", () => {
  test("two connections", () => {
    const parameters = ["b", "__IMTCONN__", "a"].map((key) => ({ name: key, label, type: "account:x" }));
    expect(fieldsIn(codeOf(exported({ metadata: { parameters } })), "parameters")).toBe(
      'b: field.account("x").as("b").optional(), __IMTCONN__: field.account("x").optional(), a: field.account("x").as("a").optional()',
    );
  });

  test("a connection beside a field of that name", () => {
    const parameters = [{ name: "auth", type: "keychain:x" }];
    const code = codeOf(exported({ metadata: { parameters, expect: [{ name: "key", label, type: "text" }] } }));
    expect(fieldsIn(code, "parameters")).toBe('auth: field.keychain("x").as("auth").optional()');
  });

  test("a setting and a mapped value", () => {
    const fields = [{ name, label, type: "text" }];
    const code = codeOf(
      exported({ parameters: { a: "1" }, mapper: { a: "2" }, metadata: { parameters: fields, expect: fields } }),
    );
    expect([fieldsIn(code, "parameters"), fieldsIn(code)]).toEqual([
      'a: field.text("L")',
      'a: field.text("L").as("a2")',
    ]);
  });
});

describe("a module is", () => {
  const scenarioOf = (flow: readonly JsonObject[], pointer = "/flow"): readonly Module[] =>
    buildScenario({ name: "Test", flows: [{ pointer, modules: flow }] }).modules;
  const kindsOf = (...exports: readonly (readonly Module[])[]) =>
    learnFrom(exports).flatMap(({ modules }) => modules.map(({ declaration }) => declaration.kind));
  const settings = { parameters: { limit: 1 } };
  const first = (type: string, more: JsonObject = settings) => scenarioOf([module(1, type, more)]);
  const later = (type: string, more: JsonObject = settings) => exported(more, type);

  test("a polling trigger, when it stands first and has nothing mapped", () => {
    expect(kindsOf(first("a:newThings"))).toEqual(["polling trigger"]);
  });
  test("an instant trigger, when it has a webhook", () => {
    expect(kindsOf(first("a:newThings", { parameters: { __IMTHOOK__: 1 } }))).toEqual(["instant trigger"]);
  });
  test("an action, when it stands first with mapped values", () => {
    expect(kindsOf(first("a:makeThings", { mapper: { x: 1 } }))).toEqual(["action"]);
  });
  test("an action, when it is seen both first and later", () => {
    expect(kindsOf(first("a:newThings"), later("a:newThings"))).toEqual(["action"]);
  });
  test("an action, when it stands first among copied modules and has no trigger's name", () => {
    expect(kindsOf(scenarioOf([module(1, "a:b", settings)], "/subflows/0/flow"))).toEqual(["action"]);
    expect(kindsOf(scenarioOf([module(1, "a:watchB", settings)], "/subflows/0/flow"))).toEqual(["polling trigger"]);
  });
  test.for(["searchThings", "ActionListThings", "ListThings"])("a search, when it is called %s", (id) => {
    expect(kindsOf(later(`a:${id}`))).toEqual(["search"]);
  });
  test("a search, when it counts its bundles", () => {
    const output = [{ name: "__IMTLENGTH__", type: "uinteger" }];
    expect(kindsOf(later("a:b", { metadata: { interface: output } }))).toEqual(["search"]);
  });
  test("an aggregator, when it names its feeder", () => {
    const apps = learnFrom([later("a:b", { parameters: { feeder: 3, rowSeparator: "x" } })]);
    expect(apps[0]?.modules[0]?.declaration.kind).toBe("aggregator");
    expect(fieldsIn(apps[0]?.code ?? "", "parameters")).not.toContain("feeder");
  });
});

describe("what is not learnt:", () => {
  test.for<[what: string, more: JsonObject, type: string]>([
    ["a router", { routes: [] }, "a:b"],
    ["a module without a version", { version: undefined }, "a:b"],
    ["a module with half a version", { version: 1.5 }, "a:b"],
    ["a module without an app", {}, "b"],
    ["a module with an empty app", {}, ":b"],
    ["a module without a name", {}, "a:"],
    ["a module of HITL.sh", {}, "app#hitl-x1y2:CreateARequest"],
  ])("%s", ([, more, type]) => {
    expect(learnFrom([exported({ mapper: { x: 1 }, ...more }, type)])).toEqual([]);
  });

  test("a module that is known", () => {
    expect(learnFrom([modulesOf(module(1, "known:first", { mapper: { x: 1 } }))])).toEqual([]);
  });
});

describe("names", () => {
  const learn = (...types: string[]) =>
    learnFrom(
      types.map((type) =>
        exported({ version: Number(/@(\d+)$/u.exec(type)?.[1] ?? 1), mapper: { x: 1 } }, type.replace(/@\d+$/u, "")),
      ),
    );

  test.for<[slug: string, file: string, namespace: string]>([
    ["pdf-co", "pdf-co.ts", "pdfCo"],
    ["airtable", "airtable.ts", "airtableApp"],
    ["app#my-app", "my-app.ts", "myApp"],
    ["delete", "delete.ts", "deleteApp"],
    ["con", "con-app.ts", "con"],
    ["../../etc/passwd", "etc-passwd.ts", "etcPasswd"],
    ["/", "app.ts", "app"],
    ["日本", "app.ts", "日本"],
    ["\u0000\n", "app.ts", "app"],
    ["__proto__", "proto.ts", "proto"],
    ["A".repeat(300), `${"a".repeat(60)}.ts`, "a".repeat(300)],
  ])("of the app %j: %s, %s", ([slug, fileName, namespace]) => {
    expect(learn(`${slug}:b`)[0]).toMatchObject({ fileName, namespace });
  });

  test("of apps that would have the same are told apart", () => {
    const apps = learn("a-b:x", "app#a-b:x", "a_b:x");
    expect(new Set(apps.map(({ fileName }) => fileName)).size).toBe(3);
    expect(new Set(apps.map(({ namespace }) => namespace)).size).toBe(3);
  });

  test.for<[types: string[], names: string[]]>([
    [["a:ActionSendEmail"], ["sendEmail"]],
    [["a:delete"], ["deleteModule"]],
    [
      ["a:field", "a:app", "a:a"],
      ["a", "appModule", "fieldModule"],
    ],
    [
      ["a:ActionWatchEmails", "a:TriggerWatchEmails"],
      ["watchEmails", "triggerWatchEmails"],
    ],
    [
      ["a:send@3", "a:send@1", "a:send@2"],
      ["send", "sendV2", "sendV1"],
    ],
    [["a:***"], ["moduleModule"]],
  ])("of the modules %j: %j", ([types, names]) => {
    const found = learn(...types).flatMap(({ modules }) => modules.map((learnt) => learnt.name));
    expect(found).toEqual(names);
  });
});
