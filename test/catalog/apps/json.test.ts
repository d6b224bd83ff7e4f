import { describe, expect, test } from "vitest";
import * as json from "../../../src/catalog/apps/json.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { dataStructure } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

describe("JSON", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "is read without a data structure",
      json.parseJson({ json: raw.text`{{1.data}}` as never }),
      { parameters: {}, mapper: { json: "{{1.data}}" } },
    ],
    [
      "is made of the fields of a data structure",
      json.createJson({ dataStructure: dataStructure("order"), values: { id: 7, lines: [] }, space: "2" }),
      { parameters: { type: "<dataStructures: order>", space: "2" }, mapper: { id: 7, lines: [] } },
    ],
    [
      "is made of any data",
      json.transformToJson({ object: raw.text`{{5.array}}` }),
      { parameters: {}, mapper: { object: "{{5.array}}" } },
    ],
    [
      "is made of many bundles",
      json.aggregateToJson({ dataStructure: dataStructure("order"), values: { id: raw.text`{{2.id}}` } }),
      { parameters: { type: "<dataStructures: order>" }, mapper: { id: "{{2.id}}" } },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(json);
