import { describe, expect, test } from "vitest";
import * as dataStore from "../../../src/catalog/apps/data-store.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { dataStoreId } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { comparison } from "../../../src/model/conditions.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const store = { dataStore: dataStoreId("orders") };
const parameters = { datastore: "<dataStores: orders>" };

describe("a data store", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "adds a record, and does not replace one",
      dataStore.addRecord({ ...store, key: raw.text`{{1.id}}` as never, data: { status: "open", "due on": null } }),
      { parameters, mapper: { key: "{{1.id}}", overwrite: false, data: { status: "open", "due on": null } } },
    ],
    [
      "gives the fields of a record themselves",
      dataStore.getRecord({ ...store, key: "k" }),
      { parameters, mapper: { key: "k", returnWrapped: false } },
    ],
    [
      "updates a record, or makes it",
      dataStore.updateRecord({ ...store, key: "k", data: { status: "done" } }),
      { parameters, mapper: { key: "k", upsert: true, overwriteArrays: false, data: { status: "done" } } },
    ],
    [
      "finds records by the names of their fields",
      dataStore.searchRecords({
        ...store,
        filter: comparison("text:equal", "status", "open"),
        sort: [{ key: "due on", order: -1 }],
        limit: 10,
      }),
      {
        parameters: { ...parameters, limit: 10 },
        mapper: { filter: [[{ a: "status", o: "text:equal", b: "open" }]], sort: [{ key: "due on", order: -1 }] },
      },
    ],
    ["knows a key", dataStore.existsRecord({ ...store, key: "k" }), { parameters, mapper: { key: "k" } }],
    ["removes a record", dataStore.deleteRecord({ ...store, key: "k" }), { parameters, mapper: { key: "k" } }],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });

  test("takes changes back when the run is rolled back", () => {
    const declarations = Object.values(dataStore).map(({ declaration }) => declaration);
    expect(declarations.filter(({ writes }) => writes)).toHaveLength(3);
    expect(declarations.filter(({ writes, transactional }) => writes && !transactional)).toEqual([]);
  });
});

describeAgainstExports(dataStore, {
  // An older export is from before this setting.
  "datastore:GetRecord": { absent: ["mapper.returnWrapped"] },
});
