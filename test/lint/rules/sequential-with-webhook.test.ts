import { sequentialWithWebhook } from "../../../src/lint/rules/sequential-with-webhook.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const at = "/metadata/scenario/sequential";

describeRule(sequentialWithWebhook, {
  good: {
    "requests that do not wait": blueprint([webhook(), setVariable(2)]),
    "a trigger that asks": blueprint([module(1, "google-sheets:watchRows", { version: 2 })], { sequential: true }),
    "no trigger": blueprint([setVariable(1)], { sequential: true }),
    "a first module that nothing is known of": blueprint([module(1, "my-app:Watch")], { sequential: true }),
  },
  bad: {
    "requests that wait for the run before": {
      given: blueprint([webhook(), setVariable(2)], { sequential: true }),
      reports: [{ message: "queue", at }],
    },
    "requests that wait for a stored error": {
      given: blueprint([webhook(), setVariable(2)], { sequential: true, dlq: true }),
      reports: [{ message: "blocked", at }],
    },
  },
});
