import { describe, expect, test } from "vitest";
import * as scenarios from "../../../src/catalog/apps/scenarios.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { bindingExpr } from "../../../src/model/binding.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

describe("scenarios", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    ["start without settings", scenarios.start(), { parameters: {}, mapper: {} }],
    [
      "are called, and waited for",
      scenarios.call({ scenario: bindingExpr("scenarios", "book"), inputs: { number: "R-1" } }),
      {
        parameters: { scenario: "<scenarios: book>", shouldWaitForExecutionEnd: true },
        mapper: { data: { number: "R-1" } },
      },
    ],
    [
      "return outputs by name",
      scenarios.returnData({ outputs: { total: 3 } }),
      { parameters: {}, mapper: { total: 3 } },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(scenarios);
