import { expect, test } from "vitest";
import { hitlRouteMissingOption } from "../../../../src/lint/rules/hitl/route-missing-option.ts";
import { describeRule } from "../../describe-rule.ts";
import {
  ask,
  blueprint,
  mail,
  mailIf,
  module,
  offering,
  projectFindings,
  routes,
  statusOf,
  watch,
  webhook,
} from "./flows.ts";

const OPTIONS = offering("Approve", "Reject", "Escalate");
const asked = (...flow: readonly ReturnType<typeof mail>[]) =>
  blueprint([webhook(), ask(2, OPTIONS), statusOf(3, "{{2.request_id}}"), ...flow]);
const on = (id: number, literal: string) => mailIf(id, "{{3.response_data}}", literal);
const AT = "/flow/3/module";

describeRule(hitlRouteMissingOption, {
  good: {
    "a route for each": asked(routes(4, [on(5, "approve"), on(6, "Reject"), on(7, "escalate")])),
    "a fallback": asked(routes(4, [on(5, "approve"), on(6, "reject"), mail(7)], 2)),
    "a route without a filter": asked(routes(4, [on(5, "approve"), on(6, "reject"), mail(7)])),
    "a route for the rest": asked(
      routes(4, [on(5, "approve"), on(6, "reject"), mailIf(7, "{{3.response_data}}", "approve", "text:notequal")]),
    ),
    "one filter, which is no choice": asked(on(4, "approve")),
    "an option that is asked for elsewhere": asked(
      routes(4, [on(5, "approve"), on(6, "reject"), routes(7, [on(8, "escalate")])]),
    ),
    "a router whose options are not known": blueprint([
      watch(),
      routes(2, [mailIf(3, "{{1.response_data}}", "approve"), mailIf(4, "{{1.response_data}}", "reject")]),
    ]),
    "a condition that nobody can tell": asked(
      routes(4, [on(5, "approve"), on(6, "reject"), mailIf(7, "{{upper(3.response_data)}}", "ESCALATE")]),
    ),
  },
  bad: {
    "two of three": {
      given: asked(routes(4, [on(5, "approve"), on(6, "reject")])),
      reports: [{ message: "missing", at: AT, help: "Add a route for it, or a fallback route" }],
    },
    "a route for another state besides": {
      given: asked(routes(4, [on(5, "approve"), on(6, "reject"), mailIf(7, "{{3.status}}", "timeout")])),
      reports: [{ message: "missing", at: AT }],
    },
    "branches of an if-else": {
      given: asked(
        module(4, "builtin:BasicIfElse", {
          mapper: null,
          branches: ["approve", "reject"].map((literal, index) => ({
            type: "condition",
            conditions: [[{ a: "{{3.response_data}}", o: "text:equal", b: literal }]],
            flow: [mail(5 + index)],
          })),
        }),
      ),
      reports: [{ message: "missing", at: AT, help: "Add a branch for it, or an else branch" }],
    },
  },
});

test("the options may stand in another scenario of the project", () => {
  const asking = blueprint([webhook(), ask(2, { ...OPTIONS, callback_url: "https://hook.eu1.make.com/a" })]);
  const acting = blueprint([
    watch(),
    routes(2, [mailIf(3, "{{1.response_data}}", "approve"), mailIf(4, "{{1.response_data}}", "reject")]),
  ]);
  expect(projectFindings(hitlRouteMissingOption, [acting, asking])).toEqual([
    "0 /flow/1/module: `builtin:BasicRouter (2)` has no way for the answer `escalate`",
  ]);
});
