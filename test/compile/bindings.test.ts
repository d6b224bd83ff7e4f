import { describe, expect, test } from "vitest";
import { http, json, scenarios, tools, webhooks } from "../../src/apps.ts";
import {
  type Action,
  connection,
  dataStore,
  dataStructure,
  env,
  fn,
  iml,
  key,
  op,
  raw,
  webhook,
} from "../../src/index.ts";
import { bindingExpr } from "../../src/model/binding.ts";
import type { Environment } from "../../src/model/environment.ts";
import { lastModule, mistakesOf, modulesOf, written } from "../dsl/printed.ts";

const request = { url: "https://example.com", method: "get" } as const;
const rawWith = (value: unknown): Action<unknown> =>
  raw.module({ module: "a:B", version: 1, parameters: { value, beside: 1 } });

describe("a symbol gets its value from its own section", () => {
  test.for<[string, Action<unknown>, Partial<Environment>, object]>([
    ["a connection", rawWith(connection("x")), { connections: { x: 5 } }, { value: 5 }],
    ["a key", rawWith(key("x")), { keys: { x: 5 } }, { value: 5 }],
    ["a webhook", rawWith(webhook("x")), { webhooks: { x: { id: 5 } } }, { value: 5 }],
    [
      "a webhook's address",
      rawWith(webhook("x").url),
      { webhooks: { x: { id: 5, url: "https://hook.example.com/x" } } },
      { value: "https://hook.example.com/x" },
    ],
    ["a data structure", rawWith(dataStructure("x")), { dataStructures: { x: 5 } }, { value: 5 }],
    ["a text", rawWith(env("x")), { values: { x: "#ops" } }, { value: "#ops" }],
    ["a number", rawWith(env<number>("x")), { values: { x: 0 } }, { value: 0 }],
    ["true or false", rawWith(env<boolean>("x")), { values: { x: false } }, { value: false }],
    ["a list of them", rawWith([env("x"), { y: env("x") }]), { values: { x: "v" } }, { value: ["v", { y: "v" }] }],
  ])("%s", ([, action, given, expected]) => {
    expect(lastModule((flow) => void flow.step("Step", action), given)).toMatchObject({ parameters: expected });
  });

  test("a data store", () => {
    const store = dataStore("x", { a: "" });
    const module = lastModule((flow) => void flow.step("Step", store.get({ key: "k" })), { dataStores: { x: 5 } });
    expect(module).toMatchObject({ parameters: { datastore: 5 } });
  });

  test("another scenario, by the name that Make's modules call it", () => {
    const call = scenarios.call({ scenario: bindingExpr("scenarios", "x") });
    const module = lastModule((flow) => void flow.step("Step", call), { scenarios: { x: 5 } });
    expect(module).toMatchObject({ parameters: { scenario: "SCN_5" } });
  });
});

describe("a value is written into", () => {
  const given = { values: { TEXT: 'say "hi"', NUMBER: 2.5, TRUE: true, LINES: "a\nb\\" } };
  const body = (value: unknown): unknown => {
    const call = http.makeRequest({ ...request, method: "post", body: value as never });
    const module = lastModule((flow) => void flow.step("Step", call), given);
    return (module as { readonly mapper: Readonly<Record<string, unknown>> }).mapper.jsonStringBodyContent;
  };

  test.for<[string, () => unknown, unknown]>([
    ["a text", () => written(iml`#${env("NUMBER")}: ${env("TEXT")}`, given), '#2.5: say "hi"'],
    ["a function", () => written(fn.upper(env("TEXT")), given), '{{upper("say ""hi""")}}'],
    ["an operand", () => written(op.add(env<number>("NUMBER"), 1), given), "{{2.5 + 1}}"],
    ["a condition in a function", () => written(fn.if(env<boolean>("TRUE"), 1, 2), given), "{{if(true; 1; 2)}}"],
    ["raw mapping text", () => written(raw.text`{{f(${env("NUMBER")})}}`, given), "{{f(2.5)}}"],
    ["JSON, as a text", () => body({ a: env("TEXT") }), '{"a":"say \\"hi\\""}'],
    ["JSON, as a number", () => body({ a: env("NUMBER"), b: env("TRUE") }), '{"a":2.5,"b":true}'],
    ["JSON, inside of a text", () => body({ a: iml`>${env("LINES")}<` }), '{"a":">a\\nb\\\\<"}'],
    ["JSON, in a list", () => body([env("NUMBER"), "x"]), '[2.5,"x"]'],
  ])("%s", ([, write, expected]) => {
    expect(write()).toBe(expected);
  });

  test("JSON that stays JSON", () => {
    const text = body({ a: env("TEXT"), b: iml`"${env("LINES")}"`, c: [env("NUMBER")] });
    expect(JSON.parse(String(text))).toEqual({ a: 'say "hi"', b: '"a\nb\\"', c: [2.5] });
  });
});

describe("what is chosen on import", () => {
  const given: Partial<Environment> = {
    connections: { x: "choose on import" },
    webhooks: { x: { id: "choose on import" } },
    dataStructures: { x: "choose on import" },
    values: { x: "choose on import" },
  };

  test.for([connection("x"), webhook("x"), dataStructure("x")])("leaves its key out (%#)", (symbol) => {
    const module = lastModule((flow) => void flow.step("Step", rawWith(symbol)), given);
    expect(module).toMatchObject({ parameters: { beside: 1 } });
    expect(module).not.toHaveProperty("parameters.value");
  });

  test("is an ordinary text among the values", () => {
    expect(written(env("x"), given)).toBe("choose on import");
  });

  test.for<[string, unknown]>([
    ["a text", iml`/connections/${connection("x")}`],
    ["a function", fn.toString(connection("x"))],
  ])("cannot be a part of %s", ([, value]) => {
    expect(mistakesOf(() => written(value, given))).toEqual([
      "`x` is to be chosen on import, but it stands inside of a text\n  help: Give it its id under `connections` in environments/test.yaml",
    ]);
  });
});

describe("a symbol without a value", () => {
  const mistakes = (value: unknown, given: Partial<Environment> = {}) => mistakesOf(() => written(value, given));

  test.for<[string, unknown, Partial<Environment>, string]>([
    [
      "is told with its section",
      env("CHANNEL"),
      {},
      "`CHANNEL` has no value under `values` in environments/test.yaml\n  help: Add it to environments/test.yaml",
    ],
    [
      "is told with the nearest name",
      connection("slak"),
      { connections: { google: 1, slack: 2 } },
      "`slak` has no value under `connections` in environments/test.yaml\n  help: Did you mean `slack`? Otherwise add it to environments/test.yaml",
    ],
    [
      "is not found among the names that every object has",
      env("constructor"),
      {},
      "`constructor` has no value under `values` in environments/test.yaml\n  help: Add it to environments/test.yaml",
    ],
    [
      "may be a webhook whose address is not known",
      webhook("x").url,
      { webhooks: { x: { id: 1 } } },
      "The webhook `x` has no `url` in environments/test.yaml\n  help: Add the address that Make shows for the hook to environments/test.yaml",
    ],
    [
      "is told once, however often it is used",
      iml`${env("A")} ${fn.upper(env("A"))}`,
      {},
      "`A` has no value under `values` in environments/test.yaml\n  help: Add it to environments/test.yaml",
    ],
  ])("%s", ([, value, given, message]) => {
    expect(mistakes(value, given)).toEqual([message]);
  });

  test("is told with all the others", () => {
    const steps = () =>
      modulesOf((flow) => {
        flow.trigger("In", webhooks.customWebhook({ webhook: webhook("missing") }));
        flow.step("Ask", http.makeRequest({ ...request, key: key("missing") }));
        flow.step("Parse", json.parseJson({ json: "{}", dataStructure: dataStructure("missing") }));
        flow.step("Use", tools.compose({ value: iml`${env("missing")}` }));
      });
    expect(mistakesOf(steps).map((mistake) => /under `(\w+)`/u.exec(mistake)?.[1])).toEqual([
      "webhooks",
      "keys",
      "dataStructures",
      "values",
    ]);
  });
});

test("a value with braces, which Make would read as a mapping, is refused", () => {
  expect(mistakesOf(() => written(env("X"), { values: { X: "{{1.id}}" } }))).toEqual([
    "The value `X` in environments/test.yaml holds `{{`, which Make reads as a mapping\n  help: Write mappings in the scenario, where they are checked",
  ]);
});
