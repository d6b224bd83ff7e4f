import { sharedHook } from "../../../src/lint/rules/shared-hook.ts";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeProjectRule } from "../describe-project-rule.ts";

const owner = (name: string, parameters: JsonObject, zone: unknown = "eu1.make.com"): JsonObject => ({
  ...blueprint([webhook(1, { parameters })], {}, { zone }),
  name,
});

describeProjectRule(sharedHook, {
  good: {
    "two webhooks": [owner("A", { hook: 1 }), owner("B", { hook: 2 })],
    "a scenario and its copy": [owner("A", { hook: 1 }), owner("A", { hook: 1 })],
    "two data centres": [owner("A", { hook: 1 }), owner("B", { hook: 1 }, "us1.make.com")],
    "no webhook yet": [owner("A", {}), owner("B", {}), owner("C", { hook: null }), owner("D", { hook: "" })],
    "a module that is no trigger": [
      owner("A", { hook: 1 }),
      blueprint([setVariable(1), module(2, "own-app:act", { parameters: { hook: 1 } })]),
    ],
  },
  bad: {
    "one webhook for two scenarios": {
      given: [owner("A", { hook: 1 }), owner("B", { hook: 1 })],
      reports: [{ in: 1, message: "shared", at: "/flow/0/parameters/hook" }],
    },
    "the webhook of an app": {
      given: [owner("A", { __IMTHOOK__: 7 }), owner("B", { __IMTHOOK__: "7" })],
      reports: [{ in: 1, message: "shared", at: "/flow/0/parameters/__IMTHOOK__" }],
    },
    "files that do not say their data centre": {
      given: [owner("A", { hook: 1 }), owner("B", { hook: 1 }, null)],
      reports: [{ in: 1, message: "shared", at: "/flow/0/parameters/hook" }],
    },
    "one webhook for three scenarios": {
      given: [owner("A", { hook: 1 }), owner("B", { hook: 1 }), owner("C", { hook: 1 })],
      reports: [
        { in: 1, message: "shared", at: "/flow/0/parameters/hook" },
        { in: 2, message: "shared", at: "/flow/0/parameters/hook" },
      ],
    },
  },
});
