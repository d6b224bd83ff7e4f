import { describe, expect, test } from "vitest";
import * as tools from "../../../src/catalog/apps/tools.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

describe("tools", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "bundles by hand are lists of names and values",
      tools.basicTrigger({ bundles: [{ items: { name: "Ada", age: 36 } }, { items: { name: "Grace" } }] }),
      {
        parameters: {
          values: [
            {
              spec: [
                { name: "name", value: "Ada" },
                { name: "age", value: 36 },
              ],
            },
            { spec: [{ name: "name", value: "Grace" }] },
          ],
        },
        mapper: {},
      },
    ],
    [
      "a variable lives for one cycle",
      tools.setVariable({ name: "total", value: raw.text`{{sum(1.prices)}}` }),
      { parameters: {}, mapper: { name: "total", scope: "roundtrip", value: "{{sum(1.prices)}}" } },
    ],
    [
      "variables are set by name",
      tools.setVariables({ variables: { a: 1, b: "two" }, scope: "execution" }),
      {
        parameters: {},
        mapper: {
          variables: [
            { name: "a", value: 1 },
            { name: "b", value: "two" },
          ],
          scope: "execution",
        },
      },
    ],
    [
      "variables are read by name",
      tools.getVariables({ variables: ["a", "b"] }),
      { parameters: {}, mapper: { variables: ["a", "b"] } },
    ],
    [
      "texts are joined without anything between them",
      tools.textAggregator({ value: "x" }),
      { parameters: {}, mapper: { value: "x" } },
    ],
    [
      "a separator of one's own is chosen by giving it",
      tools.textAggregator({ value: "x", otherRowSeparator: ", " }),
      { parameters: { rowSeparator: "other", otherRowSeparator: ", " }, mapper: { value: "x" } },
    ],
    [
      "numbers are summed up",
      tools.numericAggregator({ fn: "sum", value: 2 }),
      { parameters: { fn: "sum" }, mapper: { value: 2 } },
    ],
    [
      "a counter has no mapper to fill",
      tools.increment({ reset: "scenario" }),
      { parameters: { reset: "scenario" }, mapper: {} },
    ],
    [
      "cases compare texts",
      tools.switcher({ input: "de", cases: [{ pattern: "de", output: "German" }], otherwise: "?" }),
      {
        parameters: {},
        mapper: {
          input: "de",
          useRegExpMatch: false,
          casesTable: [{ pattern: "de", output: "German" }],
          elseOutput: "?",
        },
      },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(tools);
