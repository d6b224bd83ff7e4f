import { aggregatorWithoutSource } from "../../../src/lint/rules/aggregator-without-source.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const iterator = (id: number) => module(id, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } });
const aggregator = (id: number, feeder: unknown, more = {}) =>
  module(id, "builtin:BasicAggregator", { parameters: { feeder }, ...more });

describeRule(aggregatorWithoutSource, {
  good: {
    "an iterator": blueprint([webhook(), iterator(2), aggregator(3, 2)]),
    "a search or a trigger": blueprint([
      webhook(),
      module(2, "util:TextAggregator", { parameters: { feeder: 1, rowSeparator: "\n" } }),
    ]),
    "an iterator before the router": blueprint([webhook(), iterator(2), router(3, [route(aggregator(4, 2))])]),
    "iterators in each other": blueprint([webhook(), iterator(2), iterator(3), aggregator(4, 3), aggregator(5, 2)]),
    "an aggregator that hangs on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[aggregator(2, undefined)]] } },
    ),
  },
  bad: {
    "no source": {
      given: blueprint([
        webhook(),
        aggregator(2, undefined),
        module(3, "util:TextAggregator", { parameters: undefined }),
      ]),
      reports: [
        { message: "missing", at: "/flow/1/parameters" },
        { message: "missing", at: "/flow/2/module" },
      ],
    },
    "a source beside the parameters": {
      given: blueprint([webhook(), iterator(2), aggregator(3, undefined, { feeder: 2 })]),
      reports: [{ message: "misplaced", at: "/flow/2/feeder" }],
    },
    "sources that are no modules": {
      given: blueprint([webhook(), iterator(2), aggregator(3, 9), aggregator(4, "2")]),
      reports: [
        { message: "unknown", at: "/flow/2/parameters/feeder" },
        { message: "unknown", at: "/flow/3/parameters/feeder" },
      ],
    },
    "a source that comes later, and the aggregator itself": {
      given: blueprint([webhook(), aggregator(2, 3), iterator(3), aggregator(4, 4)]),
      reports: [
        { message: "unreachable", at: "/flow/1/parameters/feeder" },
        { message: "unreachable", at: "/flow/3/parameters/feeder" },
      ],
    },
    "a source on another route": {
      given: blueprint([webhook(), router(2, [route(iterator(3)), route(setVariable(4), aggregator(5, 3))])]),
      reports: [{ message: "unreachable", at: "/flow/1/routes/1/flow/1/parameters/feeder" }],
    },
    "a source that another aggregator has collected": {
      given: blueprint([webhook(), iterator(2), aggregator(3, 2), aggregator(4, 2)]),
      reports: [{ message: "unreachable", at: "/flow/3/parameters/feeder" }],
    },
  },
});
