import { legacyModule } from "../../../src/lint/rules/legacy-module.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(legacyModule, {
  good: {
    "the newer module": blueprint([webhook(), module(2, "http:MakeRequest", { version: 4 })]),
    "another version than the one that was replaced": blueprint([
      webhook(),
      module(2, "http:ActionSendData", { version: 9 }),
    ]),
    "a module that nobody has described": blueprint([webhook(), module(2, "acme:Do")]),
  },
  bad: {
    "a request of the older HTTP app": {
      given: blueprint([webhook(), module(2, "http:ActionSendData", { version: 3 })]),
      reports: [{ message: "replaced", at: "/flow/1/module" }],
    },
    "a mail of the older Gmail app": {
      given: blueprint([webhook(), module(2, "google-email:ActionSendEmail", { version: 2 })]),
      reports: [{ message: "replaced", at: "/flow/1/module" }],
    },
  },
});
