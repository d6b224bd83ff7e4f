import { confidentialOn } from "../../../src/lint/rules/confidential-on.ts";
import { blueprint, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(confidentialOn, {
  good: {
    "the default": blueprint([webhook()]),
    "a setting that is left out": blueprint([webhook()], { confidential: undefined }),
  },
  bad: {
    "a history without bundles": {
      given: blueprint([webhook()], { confidential: true }),
      reports: [{ message: "hidden", at: "/metadata/scenario/confidential" }],
    },
  },
});
