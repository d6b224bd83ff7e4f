import { missingErrorHandler } from "../../../src/lint/rules/missing-error-handler.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const post = (id: number, more = {}) => module(id, "slack:CreateMessage", { version: 4, ...more });
const ignore = (id: number) => module(id, "builtin:Ignore");

describeRule(missingErrorHandler, {
  good: {
    "a step with a handler": blueprint([webhook(), post(2, { onerror: [ignore(3)] })]),
    "a step that cannot fail": blueprint([webhook(), setVariable(2)]),
    "the first module": blueprint([post(1)]),
    "routers and directives": blueprint([webhook(), router(2, [route(post(3, { onerror: [ignore(4)] }))])]),
    "an if-else and its merge": blueprint([
      webhook(),
      module(2, "builtin:BasicIfElse", {
        branches: [{ type: "else", label: "", merge: true, flow: [setVariable(3)] }],
      }),
      module(4, "builtin:BasicMerge"),
    ]),
    "iterators and aggregators": blueprint([
      webhook(),
      module(2, "builtin:BasicFeeder"),
      module(3, "builtin:BasicAggregator", { parameters: { feeder: 2 } }),
    ]),
    "steps of an error route": blueprint([webhook(), post(2, { onerror: [post(3), ignore(4)] })]),
    "a route inside of an error route": blueprint([
      webhook(),
      post(2, { onerror: [router(3, [route(post(4), ignore(5))])] }),
    ]),
    "an empty slot": blueprint([webhook(), module(2, "placeholder:Placeholder")]),
    "orphans, which never run": blueprint([webhook()], {}, { designer: { orphans: [[post(2)]] } }),
  },
  bad: {
    "a step that writes": {
      given: blueprint([webhook(), post(2)]),
      reports: [{ message: "writes", at: "/flow/1/module" }],
    },
    "a step that only reads, inside a route": {
      given: blueprint([webhook(), router(2, [route(module(3, "google-sheets:filterRows", { version: 2 }))])]),
      reports: [{ message: "reads", at: "/flow/1/routes/0/flow/0/module" }],
    },
    "a request that only asks": {
      given: blueprint([webhook(), module(2, "http:MakeRequest", { version: 4, mapper: { method: "GET" } })]),
      reports: [
        {
          message: "reads",
          at: "/flow/1/module",
          help: "Add a Break handler that retries, and store incomplete executions",
        },
      ],
    },
    "a step that nothing is known of": {
      given: blueprint([webhook(), module(2, "my-app:Do")]),
      reports: [{ message: "unknown", at: "/flow/1/module" }],
    },
    "a step whose list of handlers is empty": {
      given: blueprint([webhook(), post(2, { onerror: [] })]),
      reports: [{ message: "writes", at: "/flow/1/module" }],
    },
  },
});
