import { rollbackWithoutTransaction } from "../../../src/lint/rules/rollback-without-transaction.ts";
import { blueprint, module, route, router, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const post = (id: number, more = {}) => module(id, "slack:CreateMessage", { version: 4, ...more });
const rollback = (id: number) => ({ onerror: [module(id, "builtin:Rollback")] });

describeRule(rollbackWithoutTransaction, {
  good: {
    "a record of a data store among what was changed": blueprint([
      webhook(),
      module(2, "datastore:AddRecord"),
      post(3),
      post(4, rollback(5)),
    ]),
    "nothing was changed before: the run just ends in an error": blueprint([
      webhook(),
      module(2, "google-sheets:filterRows", { version: 2 }),
      post(3, rollback(4)),
    ]),
    "an app that nothing is known of": blueprint([webhook(), post(2), module(3, "bank:Pay"), post(4, rollback(5))]),
    "a request that only asks": blueprint([
      webhook(),
      module(2, "http:MakeRequest", { version: 4, mapper: { method: "get" } }),
      post(3, rollback(4)),
    ]),
    "another directive": blueprint([webhook(), post(2), post(3, { onerror: [module(4, "builtin:Ignore")] })]),
  },
  bad: {
    "a message that was sent before": {
      given: blueprint([webhook(), post(2), post(3, rollback(4))]),
      reports: [{ message: "stays", at: "/flow/2/onerror/0/module" }],
    },
    "a request that was posted before the router": {
      given: blueprint([
        webhook(),
        module(2, "http:MakeRequest", { version: 4, mapper: { method: "post" } }),
        router(3, [route(post(4, rollback(5)))]),
      ]),
      reports: [{ message: "stays", at: "/flow/2/routes/0/flow/0/onerror/0/module" }],
    },
  },
});
