import { aggregatorTargetMissing } from "../../../src/lint/rules/aggregator-target-missing.ts";
import { blueprint, module, route, router, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const aggregate = (target: unknown) =>
  blueprint([
    webhook(),
    module(2, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } }),
    module(3, "builtin:BasicAggregator", { parameters: { feeder: 2, target } }),
    router(4, [route(module(5, "acme:Do"))]),
  ]);

describeRule(aggregatorTargetMissing, {
  good: {
    "a module behind it": aggregate("5.lines"),
    "a list of one's own": aggregate(""),
    "no target": aggregate(undefined),
    "something that names no module": aggregate("lines"),
    "a target of another module": blueprint([webhook(), module(2, "acme:Do", { parameters: { target: "9.x" } })]),
  },
  bad: {
    "a module that is not there": {
      given: aggregate("9.lines"),
      reports: [{ message: "unknown", at: "/flow/2/parameters/target" }],
    },
    "a module before it": {
      given: aggregate("1.lines"),
      reports: [{ message: "elsewhere", at: "/flow/2/parameters/target" }],
    },
  },
});
