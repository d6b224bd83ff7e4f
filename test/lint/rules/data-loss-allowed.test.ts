import { dataLossAllowed } from "../../../src/lint/rules/data-loss-allowed.ts";
import { blueprint, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(dataLossAllowed, {
  good: {
    "the default": blueprint([webhook()]),
    "a storage that stops the scenario when it is full": blueprint([webhook()], { dlq: true, dataloss: false }),
    "nothing is stored, so nothing runs full": blueprint([webhook()], { dlq: false, dataloss: true }),
    "a setting that is left out": blueprint([webhook()], { dlq: true, dataloss: undefined }),
  },
  bad: {
    "a storage that drops what does not fit": {
      given: blueprint([webhook()], { dlq: true, dataloss: true }),
      reports: [{ message: "dropped", at: "/metadata/scenario/dataloss" }],
    },
  },
});
