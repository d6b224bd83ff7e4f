import { badModuleId } from "../../../src/lint/rules/bad-module-id.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(badModuleId, {
  good: {
    "whole numbers from 1": blueprint([webhook(1), setVariable(181)]),
    "an empty slot, which has none": blueprint([webhook(1), module(null, "placeholder:Placeholder")]),
  },
  bad: {
    "an id that is missing or null": {
      given: blueprint([module(undefined, "gateway:CustomWebHook"), module(null, "util:SetVariable2")]),
      reports: [
        { message: "missing", at: "/flow/0/module" },
        { message: "missing", at: "/flow/1/id" },
      ],
    },
    "ids that are no whole numbers from 1": {
      given: blueprint([
        module("1", "gateway:CustomWebHook"),
        module(0, "util:SetVariable2"),
        module(2.5, "util:SetVariable2"),
        module("webhook", "util:SetVariable2"),
      ]),
      reports: [
        { message: "malformed", at: "/flow/0/id" },
        { message: "malformed", at: "/flow/1/id" },
        { message: "malformed", at: "/flow/2/id" },
        { message: "malformed", at: "/flow/3/id" },
      ],
    },
  },
});
