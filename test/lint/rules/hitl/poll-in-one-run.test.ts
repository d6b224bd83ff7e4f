import { hitlPollInOneRun } from "../../../../src/lint/rules/hitl/poll-in-one-run.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, mail, module, repeat, route, router, sleep, statusOf, webhook } from "./flows.ts";

const asking = statusOf(4, "{{1.id}}");
const aggregator = module(3, "builtin:BasicAggregator", { parameters: { feeder: 2 } });

describeRule(hitlPollInOneRun, {
  good: {
    "one wait": blueprint([webhook(), sleep(2, "300"), asking]),
    "waits of 45 minutes in all": blueprint([webhook(), repeat(2, "9"), sleep(3, "300"), asking]),
    "a wait behind what a repeater made": blueprint([webhook(), repeat(2, "50"), aggregator, sleep(5, "300"), asking]),
    "a wait that is known at run time": blueprint([webhook(), repeat(2, "{{1.n}}"), sleep(3, "300"), asking]),
    "a long run that asks nobody": blueprint([webhook(), repeat(2, "50"), sleep(3, "300"), mail(4)]),
    "a long wait on another route": blueprint([
      webhook(),
      router(2, [route(asking), route(repeat(5, "50"), sleep(6, "300"))]),
    ]),
  },
  bad: {
    "a loop of an hour": {
      given: blueprint([webhook(), repeat(2, "12"), sleep(3, "300"), asking]),
      reports: [{ message: "tooLong", at: "/flow/2/module" }],
    },
    "a loop that waits behind the question": {
      given: blueprint([webhook(), repeat(2, 48), asking, sleep(5, 300), mail(6)]),
      reports: [{ message: "tooLong", at: "/flow/3/module" }],
    },
    "ten waits in a row": {
      given: blueprint([webhook(), ...Array.from({ length: 10 }, (_, index) => sleep(10 + index, 300)), asking]),
      reports: [{ message: "tooLong", at: "/flow/10/module" }],
    },
  },
});
