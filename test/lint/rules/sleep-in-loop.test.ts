import { sleepInLoop } from "../../../src/lint/rules/sleep-in-loop.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const sleep = (id: number, duration: unknown) => module(id, "util:FunctionSleep", { mapper: { duration } });
const repeat = (repeats: string) => module(2, "builtin:BasicRepeater", { mapper: { start: "1", repeats, step: "1" } });
const each = module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } });
const at = "/flow/2/mapper/duration";

describeRule(sleepInLoop, {
  good: {
    "once in a run": blueprint([webhook(), sleep(2, "10")]),
    "behind the aggregator": blueprint([
      webhook(),
      each,
      module(3, "builtin:BasicAggregator", { parameters: { feeder: 2 } }),
      sleep(4, "10"),
    ]),
    "only when something fails": blueprint([
      webhook(),
      each,
      module(3, "slack:CreateMessage", { version: 4, onerror: [sleep(4, "10"), module(5, "builtin:Ignore")] }),
    ]),
  },
  bad: {
    "for each item": { given: blueprint([webhook(), each, sleep(3, "1")]), reports: [{ message: "each", at }] },
    "as long as a run may take, and no longer": {
      given: blueprint([webhook(), repeat("8"), sleep(3, "300")]),
      reports: [{ message: "each", at }],
    },
    "longer than a run may take": {
      given: blueprint([webhook(), repeat("9"), sleep(3, 300)]),
      reports: [{ message: "tooLong", at }],
    },
    "so often as is known only at run time": {
      given: blueprint([webhook(), repeat("{{1.n}}"), sleep(3, "300")]),
      reports: [{ message: "each", at }],
    },
  },
});
