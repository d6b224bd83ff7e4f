import {
  array,
  boolean,
  collection,
  dataStore,
  filter,
  record,
  remoteSelect,
  select,
  text,
  uinteger,
} from "../field.ts";
import { app, observed, weak } from "../module.ts";

// Make keeps the data stores of a run in a transaction: a rollback takes their changes back.

const datastore = app({
  slug: "datastore",
  name: "Data store",
  version: 1,
  parameters: { datastore: dataStore() },
});

const key = text("Key");

export const addRecord = datastore.action("AddRecord", {
  label: "Add/Replace a Record",
  summary: "Adds a record to a data store, or replaces the one that has the key.",
  mapper: {
    key: key.describe("Make makes one up when it is left out."),
    overwrite: boolean("Overwrite an existing record")
      .default(false)
      .describe("Whether a record that has the key is replaced; otherwise the module fails."),
    data: record("Record"),
  },
  output: { key },
  transactional: true,
  evidence: observed(6),
});

export const getRecord = datastore.action("GetRecord", {
  label: "Get a Record",
  summary: "Gives the record that has the key.",
  mapper: {
    key: key.required(),
    returnWrapped: boolean("Return Wrapped Output").default(false),
  },
  writes: false,
  repeatable: true,
  evidence: observed(5),
});

export const updateRecord = datastore.action("UpdateRecord", {
  label: "Update a Record",
  summary: "Changes the given fields of the record that has the key.",
  mapper: {
    key: key.required(),
    upsert: boolean("Insert missing record").default(true),
    overwriteArrays: boolean("Overwrite an existing array in the record").default(false),
    data: record("Record"),
  },
  repeatable: true,
  transactional: true,
  evidence: observed(2),
});

/** In the conditions of `filter`, the left side is the name of a field of the record, not a mapping. */
export const searchRecords = datastore.search("SearchRecord", {
  label: "Search Records",
  summary: "Gives the records that match a filter, one bundle each.",
  parameters: {
    limit: uinteger("Limit"),
    continueWhenNoRes: boolean("Continue the execution of the route even if the module returns no results"),
  },
  mapper: {
    filter: filter("Filter").required(),
    sort: array(
      "Sort",
      collection("Sort", { key: remoteSelect("Key").required(), order: select("Order", [1, -1]).required() }),
    ).describe("`order` is 1 for ascending, -1 for descending."),
    mappAbleLimit: uinteger("Mappable Limit").as("mappedLimit").describe("A limit that is known only at run time."),
  },
  output: { key: text("Key"), data: record("Record") },
  evidence: observed(3),
});

export const existsRecord = datastore.action("ExistRecord", {
  label: "Check the Existence of a Record",
  summary: "Tells whether a record has the key.",
  mapper: { key: key.required() },
  output: { exist: boolean("Exists") },
  writes: false,
  repeatable: true,
  evidence: observed(1),
});

export const deleteRecord = datastore.action("DeleteRecord", {
  label: "Delete a Record",
  summary: "Removes the record that has the key.",
  mapper: { key: key.required() },
  repeatable: true,
  transactional: true,
  evidence: weak("Public repositories name it with this field, but no export at hand holds it"),
});
