import { duplicateModuleId } from "../../../src/lint/rules/duplicate-module-id.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(duplicateModuleId, {
  good: {
    "ids with gaps and in no order": blueprint([webhook(7), setVariable(2), router(90, [route(setVariable(4))])]),
    "ids that are missing, which another rule reports": blueprint([module(null, "a:B"), module(null, "a:B")]),
  },
  bad: {
    "the same id on two routes": {
      given: blueprint([webhook(1), router(2, [route(setVariable(3)), route(setVariable(3))])]),
      reports: [{ message: "duplicate", at: "/flow/1/routes/1/flow/0/id" }],
    },
    "the same id in an error handler, twice": {
      given: blueprint([webhook(1), setVariable(2, "", { onerror: [setVariable(1), module(1, "builtin:Ignore")] })]),
      reports: [
        { message: "duplicate", at: "/flow/1/onerror/0/id" },
        { message: "duplicate", at: "/flow/1/onerror/1/id" },
      ],
    },
    "the same id on a module that hangs on nothing": {
      given: blueprint([webhook(1)], {}, { designer: { orphans: [[setVariable(1)]] } }),
      reports: [{ message: "duplicate", at: "/metadata/designer/orphans/0/0/id" }],
    },
  },
});
