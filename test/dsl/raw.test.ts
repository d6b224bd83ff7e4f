import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { connection, env, fn, iml, now, raw } from "../../src/index.ts";
import { blueprintOf, lastModule, mistakesOf, modulesOf, order, written } from "./printed.ts";

describe("a raw module", () => {
  test("is printed as it is", () => {
    const [module] = modulesOf(
      (flow) =>
        void flow.step(
          "Raw",
          raw.module({
            module: "some-app:DoIt",
            version: 7,
            parameters: { __IMTCONN__: connection("some"), list: [1, { a: null }] },
            mapper: { text: iml`Now: ${now}`, date: new Date(0), left: undefined },
          }),
        ),
      { connections: { some: 5 } },
    );
    expect(module).toEqual({
      id: 1,
      module: "some-app:DoIt",
      version: 7,
      parameters: { __IMTCONN__: 5, list: [1, { a: null }] },
      mapper: { text: "Now: {{now}}", date: "1970-01-01T00:00:00.000Z" },
    });
  });

  test("may have metadata of its own", () => {
    const metadata = { restore: { expect: { a: { mode: "chose" } } } };
    const { flow } = blueprintOf((flow) => void flow.step("Raw", raw.module({ module: "a:B", version: 1, metadata })));
    expect(flow[0]?.metadata).toEqual({ ...metadata, designer: { x: 0, y: 0, name: "Raw" } });
  });

  test("gives what its author says", () => {
    const modules = modulesOf((flow) => {
      const start = flow.trigger("Start", raw.trigger<{ readonly total: number }>({ module: "a:Watch", version: 1 }));
      const step = flow.step("Raw", raw.module<{ readonly name: string }>({ module: "a:B", version: 1 }));
      flow.step("Use", tools.compose({ value: iml`${start.total} ${step.name}` }));
    });
    expect(modules[2]).toMatchObject({ mapper: { value: "{{1.total}} {{2.name}}" } });
  });
});

describe("raw mapping text", () => {
  test.for([
    [raw.text`{{map(list; "id")}} and {{ x }}`, '{{map(list; "id")}} and {{ x }}'],
    [raw.text`plain`, "plain"],
    [raw.text`{{f(${fn.upper("a")}; ${env("X")})}}`, '{{f(upper("a"); "value")}}'],
    [raw.text`{{${now} + 1}}`, "{{now + 1}}"],
    [raw.text`{{(${fn.upper("a")}).length}}`, '{{(upper("a")).length}}'],
    [raw.text`${env("X")} ${now}`, "value {{now}}"],
    [raw.text`{{f(${5}; ${"x"})}}`, "{{f(5; x)}}"],
  ] as const)("%# is written as it is, with the values put in", ([value, expected]) => {
    expect(written(value, { values: { X: "value" } })).toBe(expected);
  });

  test("refers to steps by their values", () => {
    const last = lastModule((flow) => {
      const { lines, id } = flow.trigger("Order", order);
      flow.step(
        "Use",
        tools.compose({ value: raw.text`{{map(${lines}; "sku")}} of ${id}; {{${lines}[1].sku}}` as never }),
      );
    });
    expect(last).toMatchObject({ mapper: { value: '{{map(1.lines; "sku")}} of {{1.id}}; {{1.lines[1].sku}}' } });
  });

  test.for<[string, () => unknown, string]>([
    ["is no mapping text", () => raw.text`{{f(${now}`, "Mapping text `{{f(…`: "],
    [
      "has a value between quotes",
      () => raw.text`{{f("${now}")}}`,
      'In the mapping text `{{f("…")}}`, a value stands where none can be put in',
    ],
    [
      "has a value as the name of a field",
      () => raw.text`{{x.${now}}}`,
      "In the mapping text `{{x.…}}`, a value stands where none can be put in",
    ],
  ])("is refused when it %s", ([, write, message]) => {
    const [mistake = ""] = mistakesOf(write);
    expect(mistake.startsWith(message)).toBe(true);
  });
});
