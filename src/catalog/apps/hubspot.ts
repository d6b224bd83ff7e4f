import { account, boolean, pairs, record, remoteSelect, select, text } from "../field.ts";
import { app, observed } from "../module.ts";

const hubspot = app({
  slug: "hubspotcrm",
  name: "HubSpot CRM",
  version: 2,
  parameters: { __IMTCONN__: account("hubspotcrm") },
});

const objectType = remoteSelect("Object Schema")
  .required()
  .describe("The id of a kind of object, such as `2-222183686`.");
const properties = pairs("Properties", "key").describe(
  "Values by HubSpot's internal names: `{ email: …, firstname: … }`.",
);
const parseCustomFields = boolean("Parse Custom Fields").default(true);

export const createContact = hubspot.action("createContact", {
  label: "Create a Contact",
  summary: "Adds a contact. HubSpot refuses an address that a contact has already.",
  mapper: {
    _method: select("View Method", ["compact", "all"]).default("compact").as("view"),
    properties,
    parseCustomFields,
  },
  output: { properties: record("Properties") },
  evidence: observed(2),
});

export const createCustomObject = hubspot.action("createCustomObject", {
  label: "Create a Custom Object",
  summary: "Adds an object of a kind that the account defined itself.",
  mapper: { objectType, properties },
  evidence: observed(2),
});

export const updateCustomObject = hubspot.action("updateCustomObject", {
  label: "Update a Custom Object",
  summary: "Writes properties of an object; properties that are left out stay as they are.",
  mapper: { id: text("ID").required(), objectType, properties, parseCustomFields },
  repeatable: true,
  evidence: observed(2),
});
