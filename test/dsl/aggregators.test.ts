import { describe, expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { fn, iml } from "../../src/index.ts";
import { lastModule, modulesOf, order } from "./printed.ts";

describe("an iterator", () => {
  test("gives the fields of each item", () => {
    const modules = modulesOf((flow) => {
      const { lines } = flow.trigger("Order", order);
      const line = flow.iterate("Each line", lines);
      flow.step("Use", tools.compose({ value: iml`${line.__IMTINDEX__} of ${line.__IMTLENGTH__}: ${line.sku}` }));
    });
    expect(modules.slice(1)).toMatchObject([
      { module: "builtin:BasicFeeder", version: 1, parameters: {}, mapper: { array: "{{1.lines}}" } },
      { mapper: { value: "{{2.`__IMTINDEX__`}} of {{2.`__IMTLENGTH__`}}: {{2.sku}}" } },
    ]);
  });

  test("gives plain items as `value`", () => {
    const last = lastModule((flow) => {
      const item = flow.iterate("Each", fn.split("a,b", ","));
      flow.step("Use", tools.compose({ value: item.value }));
    });
    expect(last).toMatchObject({ mapper: { value: "{{1.value}}" } });
  });
});

test("a repeater counts from 1 by 1, or as it is told", () => {
  const modules = modulesOf((flow) => {
    const first = flow.repeat("Thrice", { times: 3 });
    flow.repeat("Down", { times: first.i, start: 10, step: -2 });
  });
  expect(modules).toMatchObject([
    { module: "builtin:BasicRepeater", version: 1, mapper: { start: 1, repeats: 3, step: 1 } },
    { mapper: { start: 10, repeats: "{{1.i}}", step: -2 } },
  ]);
});

describe("an array aggregator", () => {
  test("names its source by id, and collects what it is given", () => {
    const modules = modulesOf((flow) => {
      const { lines, customer } = flow.trigger("Order", order);
      const line = flow.iterate("Each line", lines);
      const all = flow.collect("All lines", line, { sku: line.sku, email: customer.email, fixed: 1 });
      flow.step("Use", tools.compose({ value: iml`${all.__IMTAGGLENGTH__}: ${all.array.at(1).sku}` }));
    });
    expect(modules.slice(2)).toMatchObject([
      {
        id: 3,
        module: "builtin:BasicAggregator",
        version: 1,
        parameters: { feeder: 2 },
        mapper: { sku: "{{2.sku}}", email: "{{1.customer.email}}", fixed: 1 },
      },
      { mapper: { value: "{{3.`__IMTAGGLENGTH__`}}: {{3.array[1].sku}}" } },
    ]);
    expect(modules[2]).not.toHaveProperty("flags");
  });

  test("may group, stop, and collect for a field of a later step", () => {
    const modules = modulesOf((flow) => {
      const { lines } = flow.trigger("Order", order);
      const line = flow.iterate("Each line", lines);
      const all = flow.collect(
        "All lines",
        line,
        { sku: line.sku },
        { groupBy: line.sku, stopIfEmpty: true, target: { step: "Use", field: "a.b" } },
      );
      flow.step("Use", tools.compose({ value: all.__IMTKEY__ }));
    });
    expect(modules.slice(2)).toMatchObject([
      { flags: { groupBy: "{{2.sku}}", stopIfEmpty: true }, parameters: { feeder: 2, target: "4.a.b" } },
      { mapper: { value: "{{3.`__IMTKEY__`}}" } },
    ]);
  });
});

describe("other aggregators", () => {
  test("make a text of the bundles of any step", () => {
    const modules = modulesOf((flow) => {
      const source = flow.trigger("Order", order);
      const module = tools.textAggregator({ rowSeparator: "\n", value: source.note });
      const joined = flow.aggregate("Together", source, module, { groupBy: source.state });
      flow.step("Use", tools.compose({ value: joined.text }));
    });
    expect(modules.slice(1)).toMatchObject([
      {
        module: "util:TextAggregator",
        parameters: { rowSeparator: "\n", feeder: 1 },
        mapper: { value: "{{1.note}}" },
        flags: { groupBy: "{{1.state}}" },
      },
      { mapper: { value: "{{2.text}}" } },
    ]);
  });

  test("make a number of them", () => {
    const modules = modulesOf((flow) => {
      const source = flow.trigger("Order", order);
      const sum = flow.aggregate("Sum", source, tools.numericAggregator({ fn: "sum", value: source.id }));
      flow.step("Use", tools.compose({ value: iml`${sum.result}` }));
    });
    expect(modules.slice(1)).toMatchObject([
      { parameters: { fn: "sum", feeder: 1 }, mapper: { value: "{{1.id}}" } },
      { mapper: { value: "{{2.result}}" } },
    ]);
  });
});
