import { directiveOutsideHandler } from "../../../src/lint/rules/directive-outside-handler.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const directive = (id: number, name = "Ignore") => module(id, `builtin:${name}`);
const failing = (id: number, ...onerror: readonly object[]) => module(id, "http:MakeRequest", { version: 4, onerror });

describeRule(directiveOutsideHandler, {
  good: {
    "a directive in an error handler": blueprint([webhook(), failing(2, setVariable(3), directive(4, "Resume"))]),
    "directives on routes in an error handler": blueprint([
      webhook(),
      failing(2, router(3, [route(directive(4, "Break")), route(directive(5, "Rollback"))])),
    ]),
    "a directive that hangs on nothing": blueprint([webhook()], {}, { designer: { orphans: [[directive(2)]] } }),
  },
  bad: {
    "a directive in the main flow": {
      given: blueprint([webhook(), setVariable(2), directive(3, "Commit")]),
      reports: [{ message: "outside", at: "/flow/2/module" }],
    },
    "a directive on a route": {
      given: blueprint([webhook(), router(2, [route(directive(3))])]),
      reports: [{ message: "outside", at: "/flow/1/routes/0/flow/0/module" }],
    },
  },
});
