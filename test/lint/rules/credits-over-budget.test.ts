import { creditsOverBudget } from "../../../src/lint/rules/credits-over-budget.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const poll = module(1, "google-sheets:watchRows", { version: 2 });
const request = (id: number) => module(id, "http:MakeRequest", { version: 4, mapper: { method: "get" } });
const every = (interval: number) => ({ type: "indefinitely", interval });

describeRule(creditsOverBudget, {
  good: {
    "no schedule": blueprint([poll]),
    "a quarter of an hour": { ...blueprint([poll]), scheduling: every(900) },
    "what depends on who calls": { ...blueprint([webhook()]), scheduling: { type: "immediately" } },
    "modules that run only when there is something new": {
      ...blueprint([poll, request(2), request(3), request(4)]),
      scheduling: every(300),
    },
    "just the budget": { ...blueprint([poll]), scheduling: every(259.2) },
  },
  bad: {
    "a trigger that asks every minute": {
      given: { ...blueprint([poll]), scheduling: every(60) },
      reports: [
        {
          message: "over",
          at: "/scheduling",
          help: "Start it less often: a run costs 1 at least, and 1 with one bundle that passes every filter",
        },
      ],
    },
    "several modules that run each time": {
      given: { ...blueprint([request(1), request(2), request(3), request(4)]), scheduling: every(900) },
      reports: [{ message: "over", at: "/scheduling" }],
    },
  },
});
