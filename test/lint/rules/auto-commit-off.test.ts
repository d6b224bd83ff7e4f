import { autoCommitOff } from "../../../src/lint/rules/auto-commit-off.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const store = (more = {}) => module(2, "datastore:AddRecord", more);
const off = { autoCommit: false };

describeRule(autoCommitOff, {
  good: {
    "the default": blueprint([webhook(), store()]),
    "a setting that is left out": blueprint([webhook(), store()], { autoCommit: undefined }),
    "a Rollback that needs it": blueprint([webhook(), store({ onerror: [module(3, "builtin:Rollback")] })], off),
    "a Rollback of another module": blueprint(
      [webhook(), store(), module(3, "slack:CreateMessage", { version: 4, onerror: [module(4, "builtin:Rollback")] })],
      off,
    ),
    "modules without transactions, for which it changes nothing": blueprint(
      [webhook(), module(2, "google-sheets:addRow", { version: 2 })],
      off,
    ),
    "a record that is only read": blueprint([webhook(), module(2, "datastore:GetRecord")], off),
  },
  bad: {
    "a record that waits": {
      given: blueprint([webhook(), store(), module(3, "slack:CreateMessage", { version: 4 })], off),
      reports: [{ message: "waits", at: "/metadata/scenario/autoCommit" }],
    },
    "a handler that rolls nothing back": {
      given: blueprint([webhook(), store({ onerror: [module(3, "builtin:Commit")] })], off),
      reports: [{ message: "waits", at: "/metadata/scenario/autoCommit" }],
    },
  },
});
