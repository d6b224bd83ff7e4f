import { accountIdInTemplate } from "../../../src/lint/rules/account-id-in-template.ts";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const hook = webhook(1, { parameters: {} });
const withParameters = (parameters: JsonObject): JsonObject =>
  blueprint([hook, module(2, "own-app:act", { parameters })]);

describeRule(accountIdInTemplate, {
  good: {
    "nothing chosen yet": withParameters({ __IMTCONN__: null, hook: "", proxyKeychain: "", datastore: {} }),
    "words under keys that also hold ids": withParameters({ type: "text", key: "orders", auth: "none", account: "" }),
    "numbers that are no ids": withParameters({ limit: 10, maxResults: 5 }),
    "a spreadsheet that is mapped": blueprint([
      hook,
      module(2, "google-sheets:addRow", { version: 2, mapper: { spreadsheetId: "{{1.sheet}}" } }),
    ]),
    "an address of Make's help": blueprint([hook, setVariable(2, "https://help.make.com/webhooks")]),
    "the address of a webhook": blueprint([hook, setVariable(2, "https://hook.eu1.make.com/a1b2c3d4")]),
    "a module that hangs on nothing": blueprint([hook], {}, { designer: { orphans: [[webhook(2)]] } }),
  },
  bad: {
    "a connection": {
      given: withParameters({ __IMTCONN__: 4711 }),
      reports: [{ message: "id", at: "/flow/1/parameters/__IMTCONN__" }],
    },
    "a webhook, a data store and a scenario": {
      given: blueprint([
        webhook(1, { parameters: { hook: 17, maxResults: 1 } }),
        module(2, "datastore:GetRecord", { parameters: { datastore: 18 } }),
        module(3, "scenario-service:CallSubscenario", { version: 2, parameters: { scenario: "SCN_19" } }),
      ]),
      reports: [
        { message: "id", at: "/flow/0/parameters/hook" },
        { message: "id", at: "/flow/1/parameters/datastore" },
        { message: "id", at: "/flow/2/parameters/scenario" },
      ],
    },
    "an agent with a long id": {
      given: withParameters({ agent: "0f8fad5b-d9cb-469f-a165-70867728950e" }),
      reports: [{ message: "id", at: "/flow/1/parameters/agent" }],
    },
    spreadsheets: {
      given: blueprint([
        module(1, "google-sheets:watchRows", { version: 2, parameters: { spreadsheetId: "/1Abc" } }),
        module(2, "google-sheets:addRow", { version: 2, mapper: { spreadsheetId: "/1Abc" } }),
      ]),
      reports: [
        { message: "id", at: "/flow/0/parameters/spreadsheetId" },
        { message: "id", at: "/flow/1/mapper/spreadsheetId" },
      ],
    },
    "a page of the editor": {
      given: blueprint([hook, setVariable(2, "See https://eu1.make.com/123/scenarios/456/edit now")]),
      reports: [
        { message: "address", at: "/flow/1/mapper/value", text: "https://eu1.make.com/123/scenarios/456/edit" },
      ],
    },
  },
});
