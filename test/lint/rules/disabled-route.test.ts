import { disabledRoute } from "../../../src/lint/rules/disabled-route.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(disabledRoute, {
  good: {
    "routes and branches that are switched on": blueprint([
      webhook(),
      router(2, [
        { ...route(setVariable(3)), disabled: false },
        route(
          module(4, "builtin:BasicIfElse", {
            branches: [{ type: "else", label: "", merge: false, disabled: false, flow: [setVariable(5)] }],
          }),
        ),
      ]),
    ]),
  },
  bad: {
    "a route that is switched off": {
      given: blueprint([webhook(), router(2, [route(setVariable(3)), { ...route(setVariable(4)), disabled: true }])]),
      reports: [{ message: "disabled", at: "/flow/1/routes/1/disabled" }],
    },
    "a branch that is switched off": {
      given: blueprint([
        webhook(),
        module(2, "builtin:BasicIfElse", {
          branches: [{ type: "else", label: "", merge: false, disabled: true, flow: [setVariable(3)] }],
        }),
      ]),
      reports: [{ message: "disabled", at: "/flow/1/branches/0/disabled" }],
    },
  },
});
