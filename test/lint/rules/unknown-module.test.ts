import { unknownModule } from "../../../src/lint/rules/unknown-module.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unknownModule, {
  good: {
    "a declared module, whatever its version": blueprint([
      webhook(),
      module(2, "slack:CreateMessage", { version: 4 }),
      module(3, "slack:CreateMessage", { version: 99 }),
    ]),
    "a module of an app that is not declared": blueprint([webhook(), module(2, "my-app:Do")]),
    "a made-up module, which another rule reports": blueprint([webhook(), module(2, "builtin:Sleep")]),
  },
  bad: {
    "a slip in a name, also where nobody looks for slips": {
      given: blueprint([module(1, "gateway:CustomWebhook")]),
      reports: [{ message: "unknown", at: "/flow/0/module" }],
    },
    "one of several of a kind": {
      given: blueprint([webhook(), module(2, "google-sheets:addRows")]),
      reports: [{ message: "unknown", at: "/flow/1/module" }],
    },
    "a module that its app is not known to have": {
      given: blueprint([webhook(), module(2, "slack:RingTheBell")]),
      reports: [{ message: "unknown", at: "/flow/1/module" }],
    },
  },
});
