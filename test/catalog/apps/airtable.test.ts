import { describe, expect, test } from "vitest";
import * as airtable from "../../../src/catalog/apps/airtable.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const table = { connection: connection("airtable"), base: "app1", table: "tbl1" };
const parameters = { __IMTCONN__: "<connections: airtable>" };
const chosen = { base: "app1", table: "tbl1", useColumnId: false };

describe("a table", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "takes a record by the ids of fields",
      airtable.createRecord({ ...table, record: { fldStatus: "Open" } }),
      { parameters, mapper: { ...chosen, record: { fldStatus: "Open" }, typecast: false } },
    ],
    [
      "has a record updated",
      airtable.updateRecords({ ...table, id: "rec1", record: { fldStatus: "Done" }, typecast: true }),
      { parameters, mapper: { ...chosen, id: "rec1", record: { fldStatus: "Done" }, typecast: true } },
    ],
    [
      "is searched by a formula",
      airtable.searchRecords({
        ...table,
        formula: '{Status} = "Open"',
        sort: [{ field: "Created", direction: "desc" }],
        fields: ["Status"],
        maxRecords: 10,
      }),
      {
        parameters,
        mapper: {
          ...chosen,
          formula: '{Status} = "Open"',
          sort: [{ field: "Created", direction: "desc" }],
          fields: ["Status"],
          maxRecords: 10,
        },
      },
    ],
    [
      "is watched by a field that holds the time",
      airtable.watchRecords({ ...table, config: { triggerField: "Created", labelField: "Name" } }),
      {
        parameters: {
          ...parameters,
          ...chosen,
          config: { triggerField: "Created", labelField: "Name" },
          maxRecords: 10,
        },
        mapper: {},
      },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(airtable, {
  // One export was published without its connection.
  "airtable:ActionCreateRecord": { absent: ["parameters.__IMTCONN__"] },
});
