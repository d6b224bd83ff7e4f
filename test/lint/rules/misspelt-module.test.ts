import { expect, test } from "vitest";
import { misspeltModule } from "../../../src/lint/rules/misspelt-module.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule, findings } from "../describe-rule.ts";

describeRule(misspeltModule, {
  good: {
    "modules that are known": blueprint([webhook(), module(2, "slack:CreateMessage")]),
    "a module of an app that is not known": blueprint([webhook(), module(2, "my-app:Do")]),
    "one that is not known, and like no other": blueprint([webhook(), module(2, "slack:RingTheBell")]),
    "a plural": blueprint([webhook(), module(2, "google-sheets:addRows")]),
    "an older or newer one, by its number": blueprint([webhook(), module(2, "util:SetVariable3")]),
    "another verb": blueprint([webhook(), module(2, "util:LetVariable2")]),
    "a made-up one, which another rule reports": blueprint([webhook(), module(2, "slack:createMessage")]),
    "another app whose name is alike": blueprint([webhook(), module(2, "gmail:ActionSendEmail")]),
  },
  bad: {
    "upper and lower case": {
      given: blueprint([module(1, "gateway:CustomWebhook")]),
      reports: [{ message: "misspelt", at: "/flow/0/module" }],
    },
    "a slip in the name of an app": {
      given: blueprint([webhook(), module(2, "slak:CreateMessage")]),
      reports: [{ message: "misspelt", at: "/flow/1/module" }],
    },
  },
});

test.for([
  ["slack:CreateMesage", "slack:CreateMessage"],
  ["slack:CreateMessagge", "slack:CreateMessage"],
  ["slack:CraeteMessage", "slack:CreateMessage"],
  ["slack:CreateMassage", "slack:CreateMessage"],
  ["facebookpages:CreatePost", "facebook-pages:CreatePost"],
])("%s is meant to be %s", ([written, meant]) => {
  const [found] = findings(misspeltModule, blueprint([webhook(), module(2, written as string)]));
  expect(found?.help).toBe(`Did you mean \`${meant}\`?`);
});
