import { describe, expect, test } from "vitest";
import * as builtin from "../../../src/catalog/apps/builtin.ts";
import { fieldList } from "../../../src/catalog/form.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

describe("flow control", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    ["a router has no mapper", builtin.router(), { parameters: {}, mapper: null }],
    [
      "an iterator takes a list",
      builtin.iterator({ array: raw.text`{{1.items}}` as never }),
      { parameters: {}, mapper: { array: "{{1.items}}" } },
    ],
    [
      "a repeater counts from 1 by 1",
      builtin.repeater({ repeats: 5 }),
      { parameters: {}, mapper: { start: 1, repeats: 5, step: 1 } },
    ],
    [
      "aggregated fields are the keys of the mapper",
      builtin.arrayAggregator({ item: { email: raw.text`{{2.email}}`, kind: "guest" } }),
      { parameters: {}, mapper: { email: "{{2.email}}", kind: "guest" } },
    ],
    [
      "substitute output is the whole mapper",
      builtin.resume({ output: { data: [], statusCode: 503 } }),
      { parameters: {}, mapper: { data: [], statusCode: 503 } },
    ],
    ["ignoring takes nothing", builtin.ignore(), { parameters: {}, mapper: null }],
    [
      "a failed run is tried again three times, every quarter of an hour",
      builtin.breakAndRetry(),
      { parameters: {}, mapper: { retry: true, count: 3, interval: 15 } },
    ],
    ["an error has a message", builtin.throwError({ message: "No" }), { parameters: {}, mapper: { message: "No" } }],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });

  test("keys of one's own are not listed for the editor", () => {
    expect(fieldList(builtin.resume.declaration.mapper ?? {})).toEqual([]);
  });
});

describeAgainstExports(builtin);
