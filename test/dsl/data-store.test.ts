import { expect, test } from "vitest";
import type { Action } from "../../src/catalog/module.ts";
import { all, dataStore, exists, number, text } from "../../src/index.ts";
import { lastModule } from "./printed.ts";

const tickets = dataStore("tickets", { ticket: 0, state: "" });

test.for<[string, Action<unknown>, object]>([
  [
    "adds a record",
    tickets.add({ key: "k", row: { ticket: 1, state: "open" } }),
    { module: "datastore:AddRecord", mapper: { key: "k", data: { ticket: 1, state: "open" }, overwrite: false } },
  ],
  [
    "overwrites a record",
    tickets.add({ key: "k", row: { ticket: 1, state: "open" }, overwrite: true }),
    { mapper: { overwrite: true } },
  ],
  ["gets a record", tickets.get({ key: "k" }), { module: "datastore:GetRecord", mapper: { key: "k" } }],
  [
    "changes some fields of a record",
    tickets.update({ key: "k", row: { state: "done" } }),
    { module: "datastore:UpdateRecord", mapper: { key: "k", data: { state: "done" }, upsert: true } },
  ],
  [
    "changes only a record that is there",
    tickets.update({ key: "k", row: {}, upsert: false }),
    { mapper: { upsert: false } },
  ],
  [
    "knows whether there is a record",
    tickets.exists({ key: "k" }),
    { module: "datastore:ExistRecord", mapper: { key: "k" } },
  ],
  [
    "searches by the names of fields",
    tickets.search({
      where: ({ state, ticket }) => all(text.equals(state, "open"), number.atLeast(ticket, 5)),
      limit: 8,
    }),
    {
      module: "datastore:SearchRecord",
      mapper: {
        filter: [
          [
            { a: "state", o: "text:equal", b: "open" },
            { a: "ticket", o: "number:greaterorequal", b: 5 },
          ],
        ],
      },
      parameters: { continueWhenNoRes: false, limit: 8 },
    },
  ],
  [
    "goes on when nothing is found",
    tickets.search({ where: ({ state }) => exists(state), continueWhenEmpty: true }),
    { mapper: { filter: [[{ a: "state", o: "exist" }]] }, parameters: { continueWhenNoRes: true } },
  ],
])("a data store %s", ([, action, expected]) => {
  const module = lastModule((flow) => void flow.step("Store", action), { dataStores: { tickets: 9 } });
  expect(module).toMatchObject(expected);
  expect(module).toHaveProperty("parameters.datastore", 9);
});
