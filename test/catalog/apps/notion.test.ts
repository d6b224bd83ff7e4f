import { describe, expect, test } from "vitest";
import * as notion from "../../../src/catalog/apps/notion.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const database = { connection: connection("notion"), database: env("TASKS") };

describe("a database", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "takes an item by the ids of properties",
      notion.createADatabaseItem({ ...database, fields: { title: "Review", "%7BGpN": "Done" } }),
      { select: "list", database: "<values: TASKS>", fields: { title: "Review", "%7BGpN": "Done" } },
    ],
    [
      "has an item updated",
      notion.updateADatabaseItem({ ...database, page: "p1", fields: { title: "Reviewed" } }),
      { select: "list", database: "<values: TASKS>", page: "p1", fields: { title: "Reviewed" } },
    ],
    [
      "is searched",
      notion.searchObjects({ ...database, select: "item", limit: 20 }),
      { select: "item", database: "<values: TASKS>", limit: 20 },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call).mapper).toEqual(expected);
  });
});

describeAgainstExports(notion);
