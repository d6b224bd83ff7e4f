import { bundlePosition } from "../bundle-position.ts";
import {
  account,
  any,
  array,
  boolean,
  collection,
  date,
  filter,
  record,
  remoteSelect,
  select,
  text,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const notion = app({
  slug: "notion",
  name: "Notion",
  version: 1,
  parameters: { __IMTCONN__: account("notion2", "notion3") },
});

const database = text("Database ID").required();
const fields = record("Fields").describe("Values by the ids of properties; the title's is `title`.");
/** Keys of `fields` are only known to the form where the database is given in it, hence the list. */
const fromList = (label: string) => select(label, ["map", "list"]).default("list");

const person = (label: string) => collection(label, { object: text("Object"), id: text("ID") });
const object = {
  object: text("Object"),
  id: text("ID"),
  created_time: date("Created Time"),
  last_edited_time: date("Last Edited Time"),
  icon: collection("Icon", { type: text("Type"), emoji: text("Emoji") }),
  cover: collection("Cover", { type: text("Type"), external: collection("External", { url: text("URL") }) }),
  url: text("URL"),
  parent: collection("Parent", {
    type: text("Type"),
    workspace: boolean("Workspace"),
    page_id: text("Page ID"),
    database_id: text("Database ID"),
  }),
  archived: boolean("Archived"),
  properties: array("Properties", any("Property")),
  properties_value: any<Readonly<Record<string, unknown>>>("Properties Value"),
};
const authored = { ...object, created_by: person("Created by"), last_edited_by: person("Last Edited by") };

export const searchObjects = notion.search("searchObjects1", {
  label: "Search Objects",
  summary: "Gives items of a database, databases or pages, a bundle for each.",
  mapper: {
    select: select("Search Objects", ["item", "database", "page"]).required(),
    database: text("Database ID").describe("Needed to search for items."),
    filter: filter("Filter"),
    sorts: array(
      "Sorts",
      collection("Sort", {
        select: remoteSelect("Select a Field to Sort").required(),
        direction: remoteSelect("Direction").required(),
      }),
    ),
    limit: uinteger("Limit"),
  },
  output: { ...authored, ...bundlePosition },
  evidence: observed(4),
});

export const getADatabase = notion.action("getADatabase", {
  label: "Get a Database",
  summary: "Gives a database's title and properties.",
  mapper: { database },
  output: {
    ...authored,
    title: array("Title", any("Text")),
    description: array("Description", any("Text")),
    is_inline: boolean("Is Inline"),
  },
  writes: false,
  repeatable: true,
  evidence: observed(2),
});

export const getADatabaseItem = notion.action("getADatabaseItem", {
  label: "Get a Database Item",
  summary: "Gives an item of a database.",
  mapper: {
    select: select("Get a Database Item", ["map", "list"]).default("map"),
    page: text("Database Item ID").required(),
  },
  output: authored,
  writes: false,
  repeatable: true,
  evidence: observed(1),
});

/** The item of a database is a page to Notion, so the module's identifier says `createAPage`. */
export const createADatabaseItem = notion.action("createAPage", {
  label: "Create a Database Item",
  summary: "Adds an item to a database.",
  mapper: { select: fromList("Enter a Database ID"), database, fields },
  output: authored,
  evidence: observed(7),
});

export const createDataSourceItem = notion.action("createDataSourceItem", {
  label: "Create a Data Source Item",
  summary: "Adds an item to one of the data sources of a database.",
  mapper: {
    select: fromList("Enter a Data Source ID"),
    data_source: text("Data Source ID").required(),
    fields,
  },
  evidence: observed(4),
});

export const createAPage = notion.action("createAPage1", {
  label: "Create a Page",
  summary: "Adds a page below a page or an item of a database.",
  mapper: {
    select: select("Parent", ["page", "item"]).default("page"),
    page: remoteSelect("Parent page ID").required(),
    content: text("Title").required(),
    objects: array("Content objects", any("Content object")),
    emoji: text("Icon"),
    cover: url("Cover"),
  },
  output: authored,
  evidence: observed(1),
});

export const updateADatabaseItem = notion.action("updateADatabaseItem", {
  label: "Update a Database Item",
  summary: "Writes properties of an item; properties that are left out stay as they are.",
  mapper: {
    select: fromList("Enter a Database ID"),
    database,
    page: remoteSelect("Database Item ID").required(),
    fields,
  },
  output: object,
  repeatable: true,
  evidence: observed(5),
});
