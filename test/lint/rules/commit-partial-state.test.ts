import { commitPartialState } from "../../../src/lint/rules/commit-partial-state.ts";
import { blueprint, filter, type JsonObject, module, route, router, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const commit = (id: number, more = {}) => module(id, "builtin:Commit", more);
const row = (id: number, ...onerror: readonly JsonObject[]) =>
  module(id, "google-sheets:addRow", { version: 2, ...(onerror.length > 0 && { onerror }) });

const parse = (json: string) => module(4, "json:ParseJSON", { mapper: { json }, onerror: [commit(5)] });

describeRule(commitPartialState, {
  good: {
    "nothing was done before": blueprint([webhook(), row(2, commit(3))]),
    "something was only read before": blueprint([
      webhook(),
      module(2, "google-sheets:filterRows", { version: 2 }),
      row(3, commit(4)),
    ]),
    "a module that is there to fail": blueprint([webhook(), row(2), parse("{")]),
    "somebody is told": blueprint([
      webhook(),
      row(2),
      row(3, module(4, "slack:CreateMessage", { version: 4 }), commit(5)),
    ]),
    "only some errors end the run": blueprint([
      webhook(),
      row(2),
      row(3, commit(4, filter("{{3.error.type}}", "text:equal", "DuplicateDataError"))),
    ]),
    "another directive": blueprint([webhook(), row(2), row(3, module(4, "builtin:Break"))]),
    "something was done on another route": blueprint([webhook(), router(2, [route(row(3)), route(row(4, commit(5)))])]),
  },
  bad: {
    "a second row that fails": {
      given: blueprint([webhook(), row(2), row(3, commit(4))]),
      reports: [{ message: "half", at: "/flow/2/onerror/0/module" }],
    },
    "a module that only reads, behind a row": {
      given: blueprint([webhook(), row(2), router(3, [route(parse("{{1.text}}"))])]),
      reports: [{ message: "half", at: "/flow/2/routes/0/flow/0/onerror/0/module" }],
    },
  },
});
