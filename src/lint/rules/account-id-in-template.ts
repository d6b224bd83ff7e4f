import { hasMapping } from "../../iml/scan.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { pointer } from "../../util/json-pointer.ts";
import { ownTexts } from "../own-texts.ts";
import { defineRule } from "../rule.ts";

/** The id of something that only its owner's account has. */
export const accountIdInTemplate = defineRule({
  id: "account-id-in-template",
  category: "security",
  summary: "A blueprint for others holds the id of something that only one account has",
  severity: { recommended: "off", strict: "off", publish: "error" },
  since: "0.1.0",

  messages: {
    id: (d: { module: string; what: string }) => `\`${d.module}\` has ${d.what} of one account`,
    address: (d: { module: string }) => `\`${d.module}\` holds an address inside of one account of Make`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const name = describeModule(module);
      for (const { what, at } of ids(module)) {
        const help = "Remove it: whoever imports the blueprint chooses their own";
        report("id", { at: { pointer: at }, data: { module: name, what }, help });
      }
      for (const { text, pointer: at, isLabel } of ownTexts(module)) {
        for (const match of !isLabel && text.includes("make.com") ? text.matchAll(ADDRESS) : []) {
          const range = { start: match.index, end: match.index + match[0].length };
          report("address", { at: { pointer: at, range }, data: { module: name }, help: "Map it, or leave it out" });
        }
      }
    }
  },
});

/** Where ids stand among the parameters. Some modules use `type` and `key` for something else, which is text. */
const PARAMETERS: Readonly<Record<string, string>> = {
  __IMTCONN__: "a connection",
  account: "a connection",
  accountImap: "a connection",
  makeConnectionId: "a connection",
  oAuthAccount: "a connection",
  __IMTKEY__: "a key",
  key: "a key",
  auth: "a key",
  apiKeyKeychain: "a key",
  basicAuthKeychain: "a key",
  proxyKeychain: "a key",
  __IMTHOOK__: "a webhook",
  hook: "a webhook",
  datastore: "a data store",
  bodyDataStructure: "a data structure",
  type: "a data structure",
  scenario: "a scenario",
  agent: "an agent",
};

/** Documents, wherever they stand. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  spreadsheetId: "a spreadsheet",
  formId: "a form",
};

/** Ids are numbers, or letters and numbers; those of documents can be paths. */
const ID = /^(?:SCN_)?\d+$|^[\da-f]{8}-[\da-f-]{27}$/i;

function* ids({ source, pointer: at }: Module): Generator<{ readonly what: string; readonly at: string }> {
  for (const [key, value] of Object.entries(source.parameters ?? {})) {
    const what = PARAMETERS[key];
    const isId = typeof value === "number" || (typeof value === "string" && ID.test(value));
    if (what !== undefined && isId) yield { what, at: pointer(at, "parameters", key) };
  }
  for (const domain of ["parameters", "mapper"] as const) {
    for (const [key, what] of Object.entries(DOCUMENTS)) {
      const value: unknown = source[domain]?.[key];
      if (typeof value === "string" && value !== "" && !hasMapping(value)) yield { what, at: pointer(at, domain, key) };
    }
  }
}

/** An address of Make's editor or its API, for one data centre. Those of webhooks have a rule of their own. */
const ADDRESS = /\bhttps?:\/\/(?:(?:eu|us)\d|we)\.make\.(?:celonis\.)?com\b(?:\/[^\s"'<>{}]*)?/g;
