import { hitlPollRate } from "../../../../src/lint/rules/hitl/poll-rate.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, getStatus, module, repeat, sleep, statusOf, watch, webhook } from "./flows.ts";

const asking = statusOf(4, "{{1.id}}");
const search = (limit: number) => module(1, "datastore:SearchRecord", { parameters: { limit } });
const scheduled = (limit: number, interval: number) => ({
  ...blueprint([search(limit), asking]),
  scheduling: { type: "indefinitely", interval },
});
const aggregator = module(3, "builtin:BasicAggregator", { parameters: { feeder: 2 } });

describeRule(hitlPollRate, {
  good: {
    "a hundred questions": blueprint([webhook(), repeat(2, "100"), asking]),
    "more of them, with time in between": blueprint([webhook(), repeat(2, "200"), sleep(3, "36"), asking]),
    "time behind each question": blueprint([webhook(), repeat(2, "200"), asking, sleep(5, 60)]),
    "a time that is known at run time": blueprint([webhook(), repeat(2, "200"), sleep(3, "{{1.seconds}}"), asking]),
    "so many as a mapping says": blueprint([webhook(), repeat(2, "{{1.times}}"), asking]),
    "bundles that are made one before": blueprint([webhook(), repeat(2, "500"), aggregator, asking]),
    "eight requests every five minutes": scheduled(8, 300),
    "a schedule of once a day": { ...scheduled(90, 60), scheduling: { type: "daily", time: "08:00" } },
    "few requests": blueprint([search(8), asking]),
    "a callback": blueprint([watch(), repeat(2, "500")]),
  },
  bad: {
    "a repeater": {
      given: blueprint([webhook(), repeat(2, "101"), asking]),
      reports: [{ message: "tooMany", at: "/flow/2/module" }],
    },
    "too little time in between, over HTTP": {
      given: blueprint([webhook(), repeat(2, 720), sleep(3, 5), getStatus(4, "{{1.id}}")]),
      reports: [{ message: "tooMany", at: "/flow/3/module" }],
    },
    "ten requests every five minutes": {
      given: scheduled(10, 300),
      reports: [{ message: "tooOften", at: "/scheduling/interval" }],
    },
    "all requests that are open": {
      given: blueprint([search(500), asking]),
      reports: [{ message: "tooMany", at: "/flow/1/module" }],
    },
  },
});
