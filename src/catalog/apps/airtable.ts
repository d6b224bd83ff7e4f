import { bundlePosition } from "../bundle-position.ts";
import {
  account,
  array,
  boolean,
  collection,
  date,
  integer,
  record,
  remoteSelect,
  select,
  selectMany,
  text,
} from "../field.ts";
import { app, observed } from "../module.ts";

const airtable = app({
  slug: "airtable",
  name: "Airtable",
  version: 3,
  parameters: { __IMTCONN__: account("airtable3", "airtable2") },
});

const table = {
  base: remoteSelect("Base").required().describe("The base's id, `app…`."),
  table: remoteSelect("Table").required().describe("The table's id, `tbl…`, or its name."),
  useColumnId: boolean("Use Column ID")
    .default(false)
    .describe("Whether the output names fields by their ids (`fld…`) instead of their names."),
};
const fields = {
  record: record("Record").describe("Values by field id, `fld…`."),
  typecast: boolean("Smart links").default(false).describe("Makes missing options and linked records."),
};
const id = text("Record ID").required();
const formula = text("Formula").describe('Airtable\'s own formulas, such as `{Status} = "Open"`.');
const view = remoteSelect("View");

/** What every record has. Name a type of your own for the fields of a table: `getRecord<{ Status: string }>(…)`. */
const output = { id: text("ID"), createdTime: date("Created Time") };

export const watchRecords = airtable.pollingTrigger("TriggerWatchRecords", {
  label: "Watch Records",
  summary: "Starts with each record that was made or changed since the last run, by a field that holds the time.",
  parameters: {
    ...table,
    config: collection("Trigger configuration", {
      triggerField: text("Trigger field")
        .required()
        .describe("Its name; a field of the type created or modified time."),
      labelField: remoteSelect("Label field").required().describe("What the editor shows of a record."),
    }).required(),
    maxRecords: integer("Limit").default(10),
    formula,
    view,
  },
  output,
  evidence: observed(10),
});

export const searchRecords = airtable.search("ActionSearchRecords", {
  label: "Search Records",
  summary: "Gives the records that meet a formula, a bundle for each.",
  mapper: {
    ...table,
    formula,
    sort: array(
      "Sort",
      collection("Sort", { field: remoteSelect("Field"), direction: select("Direction", ["asc", "desc"]) }),
    ),
    view,
    fields: selectMany("Output Fields"),
    maxRecords: integer("Limit"),
  },
  output: { ...output, ...bundlePosition },
  evidence: observed(24),
});

export const getRecord = airtable.action("ActionGetRecord", {
  label: "Get a Record",
  summary: "Gives a record.",
  mapper: { ...table, id },
  output,
  writes: false,
  repeatable: true,
  evidence: observed(3),
});

export const createRecord = airtable.action("ActionCreateRecord", {
  label: "Create a Record",
  summary: "Adds a record to a table.",
  mapper: { ...table, ...fields },
  output,
  evidence: observed(20),
});

export const updateRecords = airtable.action("ActionUpdateRecords", {
  label: "Update a Record",
  summary: "Writes fields of a record; fields that are left out stay as they are.",
  mapper: { ...table, id, ...fields },
  output,
  repeatable: true,
  evidence: observed(42),
});

export const upsertRecord = airtable.action("upsertRecord", {
  label: "Upsert a Record",
  summary: "Writes fields of a record, or adds it where there is no such id.",
  mapper: { ...table, recordId: text("Record ID").describe("A new record when it is empty."), ...fields },
  output,
  evidence: observed(5),
});
