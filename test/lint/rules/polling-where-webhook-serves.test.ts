import { pollingWhereWebhookServes } from "../../../src/lint/rules/polling-where-webhook-serves.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(pollingWhereWebhookServes, {
  good: {
    "the trigger that is told": blueprint([module(1, "typeform:WatchEventsWithResponses", { version: 2 })]),
    "a trigger that asks where nothing tells": blueprint([module(1, "google-forms:watchResponses", { version: 2 })]),
    "a search further on": blueprint([webhook(), module(2, "typeform:ListResponses", { version: 2 })]),
    "no trigger": blueprint([setVariable(1)]),
  },
  bad: {
    "responses that are searched for": {
      given: blueprint([module(1, "typeform:ListResponses", { version: 2 }), setVariable(2)]),
      reports: [
        {
          message: "asks",
          at: "/flow/0/module",
          help: "Start with Watch Events (`typeform:WatchEventsWithResponses`): it runs only when something happened",
        },
      ],
    },
    "messages that are asked for": {
      given: blueprint([module(1, "telegram:GetUpdates")]),
      reports: [{ message: "asks", at: "/flow/0/module" }],
    },
  },
});
