import { fallbackOutOfRange } from "../../../src/lint/rules/fallback-out-of-range.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const withFallback = (fallback: unknown) =>
  blueprint([webhook(), router(2, [route(setVariable(3)), route(setVariable(4))], { parameters: { else: fallback } })]);

describeRule(fallbackOutOfRange, {
  good: {
    "the first route": withFallback(0),
    "the last route": withFallback(1),
    "no fallback": withFallback(undefined),
    "a fallback that was taken back": withFallback(null),
    "a parameter of another module": blueprint([webhook(), module(2, "util:Switcher", { parameters: { else: 7 } })]),
  },
  bad: {
    "a route counted from 1": {
      given: withFallback(2),
      reports: [{ message: "outOfRange", at: "/flow/1/parameters/else" }],
    },
    "a number in quotation marks": {
      given: withFallback("1"),
      reports: [{ message: "outOfRange", at: "/flow/1/parameters/else" }],
    },
    "a number below 0": {
      given: withFallback(-1),
      reports: [{ message: "outOfRange", at: "/flow/1/parameters/else" }],
    },
    "the number of a route that was removed": {
      given: blueprint([webhook(), router(2, [route(setVariable(3))], { parameters: { else: 1 } })]),
      reports: [{ message: "outOfRange", at: "/flow/1/parameters/else" }],
    },
  },
});
