import { ifElseWithoutElse } from "../../../src/lint/rules/if-else-without-else.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const branch = (type: string) => ({
  type,
  label: "",
  merge: false,
  conditions: [[{ a: "{{1.a}}", o: "exist" }]],
  flow: [setVariable(3)],
});

describeRule(ifElseWithoutElse, {
  good: {
    "an if-else with an else": blueprint([
      webhook(),
      module(2, "builtin:BasicIfElse", { branches: [branch("condition"), branch("else")] }),
    ]),
    "a router": blueprint([webhook(), router(2, [route(setVariable(3))])]),
  },
  bad: {
    "an if-else without an else": {
      given: blueprint([webhook(), module(2, "builtin:BasicIfElse", { branches: [branch("condition")] })]),
      reports: [{ message: "none", at: "/flow/1/module" }],
    },
    "an if-else without branches": {
      given: blueprint([webhook(), module(2, "builtin:BasicIfElse")]),
      reports: [{ message: "none", at: "/flow/1/module" }],
    },
  },
});
