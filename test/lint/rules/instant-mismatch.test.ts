import { instantMismatch } from "../../../src/lint/rules/instant-mismatch.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const poll = () => module(1, "google-sheets:watchRows", { version: 2 });
const at = "/metadata/instant";

describeRule(instantMismatch, {
  good: {
    "a webhook": blueprint([webhook()], {}, { instant: true }),
    "a trigger that asks": blueprint([poll()], {}, { instant: false }),
    "no trigger": blueprint([setVariable(1)], {}, { instant: false }),
    "a file that does not say": blueprint([webhook()], {}, { instant: undefined }),
    "a first module that nothing is known of": blueprint([module(1, "my-app:Watch")], {}, { instant: true }),
    "a webhook's app of which another version is known": blueprint(
      [module(1, "typeform:WatchEventsWithResponses", { version: 9 })],
      {},
      { instant: true },
    ),
  },
  bad: {
    "a trigger that asks, called instant": {
      given: blueprint([poll()], {}, { instant: true }),
      reports: [
        {
          message: "scheduled",
          at,
          help: "Write `false`, or leave `instant` out: Make sees by the first module how a scenario starts",
        },
      ],
    },
    "no trigger, called instant": {
      given: blueprint([setVariable(1)], {}, { instant: true }),
      reports: [{ message: "scheduled", at }],
    },
    "a webhook that is not called instant": {
      given: blueprint([webhook()], {}, { instant: false }),
      reports: [{ message: "instant", at }],
    },
  },
});
