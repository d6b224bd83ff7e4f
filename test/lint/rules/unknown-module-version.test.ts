import { unknownModuleVersion } from "../../../src/lint/rules/unknown-module-version.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const at = (type: string, version: unknown) => blueprint([webhook(), module(2, type, { version })]);

describeRule(unknownModuleVersion, {
  good: {
    "the version that exports have": at("slack:CreateMessage", 4),
    "both apps of one service, each in its own": blueprint([
      webhook(),
      module(2, "google-email:sendAnEmail", { version: 4 }),
      module(3, "google-email:ActionSendEmail", { version: 2 }),
    ]),
    "the version of an example that Make has published": at("scenario-service:ReturnData", 1),
    "a module that no export has": at("zendesk:CreateTicket", 3),
    "a module that the catalogue does not know": at("my-app:Do", 12),
    "no version, which another rule reports": at("slack:CreateMessage", undefined),
    "a version in quotation marks, which another rule reports": at("slack:CreateMessage", "7"),
    "version 0, which another rule reports": at("slack:CreateMessage", 0),
  },
  bad: {
    "a version above": {
      given: at("slack:CreateMessage", 7),
      reports: [{ message: "unseen", at: "/flow/1/version" }],
    },
    "a version below": {
      given: at("http:ActionSendData", 1),
      reports: [{ message: "unseen", at: "/flow/1/version" }],
    },
  },
});
