import { scheduleMismatch } from "../../../src/lint/rules/schedule-mismatch.ts";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const scheduled = (first: JsonObject, scheduling: unknown) => ({ ...blueprint([first, setVariable(2)]), scheduling });
const poll = () => module(1, "google-sheets:watchRows", { version: 2 });
const starter = () => module(1, "scenario-service:StartSubscenario", { version: 2 });
const every = { type: "indefinitely", interval: 900 };

describeRule(scheduleMismatch, {
  good: {
    "no schedule": blueprint([webhook()]),
    "a webhook that starts at once": scheduled(webhook(), { type: "immediately", maximum_runs_per_minute: 100 }),
    "a webhook that is called by hand": scheduled(webhook(), { type: "on-demand" }),
    "a trigger that asks": scheduled(poll(), every),
    "a trigger that asks by hand": scheduled(poll(), { type: "on-demand" }),
    "a scenario that others call": scheduled(starter(), { type: "on-demand" }),
    "a first module that nothing is known of": scheduled(module(1, "my-app:Watch"), { type: "immediately" }),
    "a type that there is not, which has an error of its own": scheduled(webhook(), { type: "interval" }),
  },
  bad: {
    "a webhook with an interval": {
      given: scheduled(webhook(), every),
      reports: [{ message: "instant", at: "/scheduling/type" }],
    },
    "a webhook with an interval, as text": {
      given: scheduled(webhook(), JSON.stringify(every)),
      reports: [{ message: "instant", at: "/scheduling" }],
    },
    "a scenario that others call, with an interval": {
      given: scheduled(starter(), every),
      reports: [{ message: "called", at: "/scheduling/type" }],
    },
    "a trigger that nobody can start from outside": {
      given: scheduled(poll(), { type: "immediately" }),
      reports: [{ message: "never", at: "/scheduling/type" }],
    },
  },
});
