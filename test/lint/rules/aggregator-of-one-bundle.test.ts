import { aggregatorOfOneBundle } from "../../../src/lint/rules/aggregator-of-one-bundle.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const aggregator = (id: number, feeder: unknown, more: JsonObject = {}) =>
  module(id, "builtin:BasicAggregator", { parameters: { feeder }, ...more });
const iterator = (id: number) => module(id, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } });
const request = (id: number) => module(id, "http:MakeRequest", { version: 4 });

describeRule(aggregatorOfOneBundle, {
  good: {
    "an iterator": blueprint([webhook(), iterator(2), aggregator(3, 2)]),
    "a search": blueprint([webhook(), module(2, "google-sheets:filterRows", { version: 2 }), aggregator(3, 2)]),
    "a trigger, which may give several": blueprint([webhook(), aggregator(2, 1)]),
    "a module that nobody has described": blueprint([webhook(), module(2, "acme:List"), aggregator(3, 2)]),
    "a parser, which may give several": blueprint([webhook(), module(2, "json:ParseJSON"), aggregator(3, 2)]),
    "a request whose answer is gone through": blueprint([webhook(), request(2), iterator(3), aggregator(4, 2)]),
    "groups of an aggregator": blueprint([
      webhook(),
      iterator(2),
      aggregator(3, 2, { flags: { groupBy: "{{2.team}}" } }),
      aggregator(4, 3),
    ]),
    "a source that is not there": blueprint([webhook(), aggregator(2, 9)]),
    "a source behind it": blueprint([webhook(), iterator(2), aggregator(3, 4), request(4)]),
    "no source": blueprint([webhook(), aggregator(2, undefined)]),
  },
  bad: {
    "a request": {
      given: blueprint([webhook(), request(2), aggregator(3, 2)]),
      reports: [{ message: "one", at: "/flow/2/parameters/feeder" }],
    },
    "another aggregator": {
      given: blueprint([webhook(), iterator(2), aggregator(3, 2), aggregator(4, 3)]),
      reports: [{ message: "one", at: "/flow/3/parameters/feeder" }],
    },
    "a request behind an iterator": {
      given: blueprint([webhook(), iterator(2), request(3), request(4), aggregator(5, 3)]),
      reports: [{ message: "one", at: "/flow/4/parameters/feeder" }],
    },
  },
});
