import { ignoredWrite } from "../../../src/lint/rules/ignored-write.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ignore = (id: number, more = {}) => module(id, "builtin:Ignore", more);
const row = (...onerror: readonly JsonObject[]) =>
  blueprint([webhook(), module(2, "google-sheets:addRow", { version: 2, onerror })]);
const request = (method: unknown) =>
  blueprint([webhook(), module(2, "http:MakeRequest", { version: 4, mapper: { method }, onerror: [ignore(3)] })]);

describeRule(ignoredWrite, {
  good: {
    "somebody is told": row(module(3, "slack:CreateMessage", { version: 4 }), ignore(4)),
    "the loss is noted": row(setVariable(3), ignore(4)),
    "another directive": row(module(3, "builtin:Break")),
    "only some errors are ignored": row(ignore(3, filter("{{2.error.type}}", "text:equal", "DuplicateDataError"))),
    "a module that only reads": blueprint([
      webhook(),
      module(2, "google-sheets:filterRows", { version: 2, onerror: [ignore(3)] }),
    ]),
    "a request that only asks": request("get"),
    "an app that nothing is known of": blueprint([webhook(), module(2, "my-app:Do", { onerror: [ignore(3)] })]),
  },
  bad: {
    "a row that is not written": {
      given: row(ignore(3)),
      reports: [{ message: "lost", at: "/flow/1/onerror/0/module" }],
    },
    "a request that changes something": {
      given: request("post"),
      reports: [{ message: "lost", at: "/flow/1/onerror/0/module" }],
    },
  },
});
