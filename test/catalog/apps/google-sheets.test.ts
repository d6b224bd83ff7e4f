import { describe, expect, expectTypeOf, test } from "vitest";
import * as googleSheets from "../../../src/catalog/apps/google-sheets.ts";
import type { Action, ModuleCall } from "../../../src/catalog/module.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { ref } from "../../../src/dsl/ref.ts";
import { moduleReference } from "../../../src/iml/build.ts";
import { printTemplate } from "../../../src/iml/print.ts";
import { all, comparison } from "../../../src/model/conditions.ts";
import { templateOf } from "../../../src/model/expression.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const sheet = { connection: connection("google"), spreadsheetId: env("BUDGET"), sheetId: "Sheet1" };
const parameters = { __IMTCONN__: "<connections: google>" };
const chosen = { spreadsheetId: "<values: BUDGET>", sheetId: "Sheet1" };
const rendering = { valueRenderOption: "FORMATTED_VALUE", dateTimeRenderOption: "FORMATTED_STRING" };

describe("a spreadsheet", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "takes a row by column letters, and reads it as if typed in",
      googleSheets.addRow({ ...sheet, values: { A: raw.text`{{1.id}}`, C: 500, AB: undefined } }),
      {
        parameters,
        mapper: {
          mode: "map",
          ...chosen,
          tableFirstRow: "A1:Z1",
          values: { "0": "{{1.id}}", "2": 500 },
          insertUnformatted: false,
          insertDataOption: "INSERT_ROWS",
          valueInputOption: "USER_ENTERED",
        },
      },
    ],
    [
      "takes several rows at once",
      googleSheets.addMultipleRows({ ...sheet, rows: [{ values: ["a", "b"] }], valueInputOption: "RAW" }),
      {
        parameters,
        mapper: {
          ...chosen,
          tableFirstRow: "A1:Z1",
          rows: [{ values: ["a", "b"] }],
          insertUnformatted: false,
          insertDataOption: "INSERT_ROWS",
          valueInputOption: "RAW",
        },
      },
    ],
    [
      "has its rows updated",
      googleSheets.updateRow({ ...sheet, rowNumber: 7, values: { E: "approved" } }),
      {
        parameters,
        mapper: {
          mode: "map",
          ...chosen,
          rowNumber: 7,
          tableFirstRow: "A1:Z1",
          values: { "4": "approved" },
          valueInputOption: "USER_ENTERED",
        },
      },
    ],
    [
      "is searched by columns",
      googleSheets.filterRows({
        ...sheet,
        filter: all(comparison("text:equal", googleSheets.column("E"), "open"), comparison("exist", "A")),
        limit: 1,
      }),
      {
        parameters,
        mapper: {
          from: "drive",
          ...chosen,
          includesHeaders: true,
          tableFirstRow: "A1:CZ1",
          filter: [
            [
              { a: "E", o: "text:equal", b: "open" },
              { a: "A", o: "exist" },
            ],
          ],
          sortOrder: "asc",
          limit: 1,
          ...rendering,
        },
      },
    ],
    [
      "is watched with parameters alone",
      googleSheets.watchRows({ ...sheet, limit: 2 }),
      {
        parameters: {
          ...parameters,
          mode: "map",
          ...chosen,
          includesHeaders: true,
          tableFirstRow: "A1:Z1",
          limit: 2,
          ...rendering,
        },
        mapper: {},
      },
    ],
    [
      "is emptied by range",
      googleSheets.clearValuesFromRange({ ...sheet, range: "A2:D50" }),
      {
        parameters,
        mapper: { select: "map", spreadsheetId: "<values: BUDGET>", sheet: "Sheet1", range: "A2:D50" },
      },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describe("a row that was found", () => {
  const call = googleSheets.filterRows(sheet);
  const row = ref<Record<string, unknown>>(moduleReference(3), call.lens);

  test.for([
    ["A", "{{3.`0`}}"],
    ["Z", "{{3.`25`}}"],
    ["AA", "{{3.`26`}}"],
    ["ZZ", "{{3.`701`}}"],
    ["rowNumber", "{{3.`__ROW_NUMBER__`}}"],
    ["__SHEET__", "{{3.`__SHEET__`}}"],
  ] as const)("has %s", ([name, expected]) => {
    expect(printTemplate(templateOf(row[name]) ?? { parts: [] })).toBe(expected);
  });

  test("has text in its cells, and a number", () => {
    type Row = typeof call extends Action<infer Out> ? Out : never;
    expectTypeOf<Row["AZ"]>().toEqualTypeOf<string>();
    expectTypeOf<Row["rowNumber"]>().toEqualTypeOf<number>();
    expectTypeOf<Row>().not.toHaveProperty("AAA");
  });
});

describeAgainstExports(googleSheets);
