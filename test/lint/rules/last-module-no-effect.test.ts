import { lastModuleNoEffect } from "../../../src/lint/rules/last-module-no-effect.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const parse = (id: number, more: JsonObject = {}) =>
  module(id, "json:ParseJSON", { mapper: { json: "{{1.body}}" }, ...more });
const ifElse = (merge: boolean) =>
  module(2, "builtin:BasicIfElse", {
    mapper: null,
    branches: [{ type: "else", label: "", merge, flow: [parse(3)] }],
  });

describeRule(lastModuleNoEffect, {
  good: {
    "something that uses it": blueprint([webhook(), parse(2), setVariable(3)]),
    "a variable, which other routes can read": blueprint([
      webhook(),
      router(2, [route(setVariable(3)), route(module(4, "acme:Do"))]),
    ]),
    "a module that nobody has described": blueprint([webhook(), module(2, "acme:Do")]),
    "the end of an error handler": blueprint([webhook(), module(2, "acme:Do", { onerror: [parse(3)] })]),
    "the end of an agent's tool": blueprint([
      webhook(),
      module(2, "ai-local-agent:RunLocalAIAgent", { tools: [{ name: "Read", flow: [parse(3)] }] }),
    ]),
    "the end of a branch that is merged": blueprint([webhook(), ifElse(true), module(4, "builtin:BasicMerge")]),
    "a pause, which keeps the next bundle waiting": blueprint([
      webhook(),
      module(2, "util:FunctionSleep", { mapper: { duration: "5" } }),
    ]),
    "one that hangs on nothing": blueprint([webhook()], {}, { designer: { orphans: [[parse(2)]] } }),
  },
  bad: {
    "a parser at the end": {
      given: blueprint([webhook(), parse(2)]),
      reports: [{ message: "last", at: "/flow/1/module" }],
    },
    "an iterator at the end of a route": {
      given: blueprint([
        webhook(),
        router(2, [
          route(module(3, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } })),
          route(module(4, "acme:Do")),
        ]),
      ]),
      reports: [{ message: "last", at: "/flow/1/routes/0/flow/0/module" }],
    },
    "a parser at the end of a branch": {
      given: blueprint([webhook(), ifElse(false)]),
      reports: [{ message: "last", at: "/flow/1/branches/0/flow/0/module" }],
    },
  },
});
