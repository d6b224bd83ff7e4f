import { rollbackWithAutoCommit } from "../../../src/lint/rules/rollback-with-auto-commit.ts";
import { blueprint, module, route, router, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const store = (id: number, more = {}) => module(id, "datastore:AddRecord", more);
const rollback = (id: number) => ({ onerror: [module(id, "builtin:Rollback")] });
const mail = (id: number, more = {}) => module(id, "google-email:sendAnEmail", { version: 4, ...more });

describeRule(rollbackWithAutoCommit, {
  good: {
    "a scenario that commits at the end": blueprint([webhook(), store(2), mail(3, rollback(4))], { autoCommit: false }),
    "nothing that was committed before": blueprint([webhook(), mail(2, rollback(3))]),
    "a module that fails itself: its own change is taken back": blueprint([webhook(), store(2, rollback(3))]),
    "a change on another route": blueprint([webhook(), router(2, [route(store(3)), route(mail(4, rollback(5)))])]),
    "a Rollback outside of error handlers, which is another mistake": blueprint([
      webhook(),
      store(2),
      module(3, "builtin:Rollback"),
    ]),
  },
  bad: {
    "a record that is stored before the mail fails": {
      given: blueprint([webhook(), store(2), mail(3, rollback(4))]),
      reports: [{ message: "committed", at: "/flow/2/onerror/0/module" }],
    },
    "a setting that is left out: commit at once is the default": {
      given: blueprint([webhook(), store(2), mail(3, rollback(4))], { autoCommit: undefined }),
      reports: [{ message: "committed", at: "/flow/2/onerror/0/module" }],
    },
    "a record that is stored before the router": {
      given: blueprint([webhook(), store(2), router(3, [route(mail(4, rollback(5)))])]),
      reports: [{ message: "committed", at: "/flow/2/routes/0/flow/0/onerror/0/module" }],
    },
  },
});
