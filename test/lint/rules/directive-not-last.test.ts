import { directiveNotLast } from "../../../src/lint/rules/directive-not-last.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const ignore = (id: number) => module(id, "builtin:Ignore");
const failing = (id: number, ...onerror: readonly object[]) => module(id, "http:MakeRequest", { version: 4, onerror });

describeRule(directiveNotLast, {
  good: {
    "a directive at the end": blueprint([webhook(), failing(2, setVariable(3), ignore(4))]),
    "an error handler without a directive": blueprint([webhook(), failing(2, setVariable(3), setVariable(4))]),
    "a directive in the main flow, which another rule reports": blueprint([webhook(), ignore(2), setVariable(3)]),
  },
  bad: {
    "a module behind a directive": {
      given: blueprint([webhook(), failing(2, ignore(3), setVariable(4), setVariable(5))]),
      reports: [{ message: "unreachable", at: "/flow/1/onerror/1/module" }],
    },
    "a second directive": {
      given: blueprint([webhook(), failing(2, router(3, [route(ignore(4), ignore(5))]))]),
      reports: [{ message: "unreachable", at: "/flow/1/onerror/0/routes/0/flow/1/module" }],
    },
  },
});
