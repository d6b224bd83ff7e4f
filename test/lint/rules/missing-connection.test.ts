import { missingConnection } from "../../../src/lint/rules/missing-connection.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const sheet = (more: object) => blueprint([webhook(), module(2, "google-sheets:addRow", { version: 2, ...more })]);
const picture = (field: object) => ({ metadata: { designer: { x: 0, y: 0 }, parameters: [field] } });
const ACCOUNT = { name: "account", type: "account:acme", label: "Connection", required: true };

describeRule(missingConnection, {
  good: {
    "a connection that is chosen on import": sheet({ parameters: {} }),
    "a connection": sheet({ parameters: { __IMTCONN__: 17 } }),
    "a module that nobody has filled in": sheet({ parameters: undefined, mapper: undefined }),
    "a module that needs none": blueprint([webhook()]),
    "a version that nobody has described": blueprint([webhook(), module(2, "google-sheets:addRow", { version: 3 })]),
    "a connection that the editor's picture does not require": blueprint([
      webhook(),
      module(2, "acme:Do", picture({ ...ACCOUNT, required: false })),
    ]),
    "a way to authenticate that was not chosen": blueprint([
      webhook(),
      module(2, "http:MakeRequest", { version: 4, parameters: { authenticationType: "noAuth" } }),
    ]),
    "one that hangs on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[module(2, "google-sheets:addRow", { version: 2 })]] } },
    ),
  },
  bad: {
    "no connection": {
      given: sheet({ parameters: { __IMTCONN__: "" } }),
      reports: [
        {
          message: "connection",
          at: "/flow/1/parameters/__IMTCONN__",
          help: "Choose one in the module's form, or set `parameters.__IMTCONN__` to the id of a connection",
        },
      ],
    },
    "one that was taken out": {
      given: sheet({ parameters: { __IMTCONN__: null } }),
      reports: [{ message: "connection", at: "/flow/1/parameters/__IMTCONN__" }],
    },
    "one that the editor's picture requires": {
      given: blueprint([webhook(), module(2, "acme:Do", { parameters: { account: "" }, ...picture(ACCOUNT) })]),
      reports: [{ message: "connection", at: "/flow/1/parameters/account" }],
    },
    "one that the editor has asked for after the import": {
      given: blueprint([webhook(), module(2, "acme:Do", picture(ACCOUNT))]),
      reports: [{ message: "connection", at: "/flow/1/parameters" }],
    },
    "no key of the keychain": {
      given: blueprint([
        webhook(),
        module(2, "http:ActionSendDataAPIKeyAuth", { version: 3, parameters: { auth: null } }),
      ]),
      reports: [{ message: "key", at: "/flow/1/parameters/auth" }],
    },
  },
});
