import { describe, expect, test } from "vitest";
import { http, tools } from "../../src/apps.ts";
import { always, fn, iml, onError } from "../../src/index.ts";
import { lastModule, mistakesOf, modulesOf, wait } from "./printed.ts";

const request = http.makeRequest({ url: "https://example.com", method: "get" });

describe("each directive", () => {
  test.for([
    ["ignore", onError.ignore(), { module: "builtin:Ignore", version: 1 }],
    ["commit", onError.commit(), { module: "builtin:Commit", version: 1 }],
    ["rollback", onError.rollback(), { module: "builtin:Rollback", version: 1 }],
    [
      "retry",
      onError.retry({ attempts: 10_000, everyMinutes: 44_640 }),
      {
        module: "builtin:Break",
        version: 1,
        parameters: {},
        mapper: { retry: true, count: "10000", interval: "44640" },
      },
    ],
    [
      "store",
      onError.store(),
      { module: "builtin:Break", version: 1, parameters: {}, mapper: { retry: false, count: "3", interval: "15" } },
    ],
  ] as const)("%s is one module of the error route", ([, handler, directive]) => {
    expect(lastModule((flow) => void flow.step("Ask", request, { onError: handler }))).toMatchObject({
      id: 1,
      onerror: [{ id: 2, ...directive }],
    });
  });

  test("resume gives substitutes for the fields that it names", () => {
    const modules = modulesOf((flow) => {
      const first = flow.step("First", request);
      flow.step("Second", request, { onError: onError.resume({ statusCode: fn.round(first.statusCode), data: "x" }) });
    });
    expect(modules[1]).toMatchObject({
      onerror: [
        {
          module: "builtin:Resume",
          version: 1,
          parameters: {},
          mapper: { statusCode: "{{round(1.statusCode)}}", data: "x" },
        },
      ],
    });
  });

  test("those without options have neither parameters nor a mapper", () => {
    const module = lastModule((flow) => void flow.step("Ask", request, { onError: onError.ignore() }));
    expect(module).not.toHaveProperty("onerror.0.mapper");
    expect(module).not.toHaveProperty("onerror.0.parameters");
  });
});

describe("an error route", () => {
  test("has steps of its own, which know what went wrong", () => {
    const module = lastModule((flow) => {
      flow.step("Ask", request, {
        onError: (flow, error) => {
          flow.step("Note it", tools.compose({ value: iml`${error.type}: ${error.message} (${error.detail})` }));
          return onError.store();
        },
      });
    });
    expect(module).toMatchObject({
      onerror: [
        { id: 2, mapper: { value: "{{1.error.type}}: {{1.error.message}} ({{1.error.detail}})" } },
        { id: 3, module: "builtin:Break" },
      ],
    });
  });

  test("need not end in a directive", () => {
    const module = lastModule((flow) => {
      flow.step("Ask", request, { onError: (flow) => void flow.step("Note it", wait) });
    });
    expect(module).toMatchObject({ onerror: [{ id: 2, module: "util:FunctionSleep" }] });
  });

  test("may split into routes that end each in its own way", () => {
    const module = lastModule((flow) => {
      flow.step("Ask", request, {
        onError: (flow) =>
          flow.router("What now", [
            always("Drop", (flow) => flow.end(onError.ignore())),
            always("Wait", (flow) => {
              flow.step("Wait", wait);
              flow.end(onError.commit());
            }),
          ]),
      });
    });
    expect(module).toMatchObject({
      onerror: [
        {
          module: "builtin:BasicRouter",
          routes: [
            { flow: [{ module: "builtin:Ignore" }] },
            { flow: [{ module: "util:FunctionSleep" }, { module: "builtin:Commit" }] },
          ],
        },
      ],
    });
  });

  test("may have steps with error routes of their own", () => {
    const module = lastModule((flow) => {
      flow.step("Ask", request, {
        onError: (flow, outer) => {
          flow.step("Ask elsewhere", request, {
            onError: (flow, inner) => {
              flow.step("Note both", tools.compose({ value: iml`${outer.message} ${inner.message}` }));
              return onError.ignore();
            },
          });
          return onError.ignore();
        },
      });
    });
    expect(module).toMatchObject({
      onerror: [
        { id: 2, onerror: [{ mapper: { value: "{{1.error.message}} {{2.error.message}}" } }, {}] },
        { module: "builtin:Ignore" },
      ],
    });
  });
});

test.for([
  [{ attempts: 0, everyMinutes: 1 }, "`attempts` is 0, less than 1\n  help: Give a whole number from 1 to 10000"],
  [
    { attempts: 10_001, everyMinutes: 1 },
    "`attempts` is 10001, more than 10000\n  help: Give a whole number from 1 to 10000",
  ],
  [
    { attempts: 1.5, everyMinutes: 1 },
    "`attempts` is 1.5, which is not whole\n  help: Give a whole number from 1 to 10000",
  ],
  [{ attempts: 3, everyMinutes: 0 }, "`everyMinutes` is 0, less than 1\n  help: Give a whole number from 1 to 44640"],
  [
    { attempts: 3, everyMinutes: 44_641 },
    "`everyMinutes` is 44641, more than 44640\n  help: Give a whole number from 1 to 44640",
  ],
  [
    { attempts: Number.NaN, everyMinutes: 1 },
    "`attempts` is NaN, which is not whole\n  help: Give a whole number from 1 to 10000",
  ],
] as const)("retries within Make's bounds: %o", ([retries, message]) => {
  expect(mistakesOf(() => onError.retry(retries))).toEqual([message]);
});
