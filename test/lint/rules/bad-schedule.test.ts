import { badSchedule } from "../../../src/lint/rules/bad-schedule.ts";
import { blueprint, setVariable } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const scheduled = (scheduling: unknown) => ({ ...blueprint([setVariable(1)], {}, { instant: false }), scheduling });

describeRule(badSchedule, {
  good: {
    "no schedule": blueprint([setVariable(1)]),
    "every minute": scheduled({ type: "indefinitely", interval: 60 }),
    "once, with date, time and zone": scheduled({ type: "once", date: "2027-01-31T09:00:00.000Z" }),
    "every day": scheduled({ type: "daily", time: "06:10" }),
    "as text": scheduled('{"type":"indefinitely","interval":900}'),
    "on demand": scheduled({ type: "on-demand" }),
    "a text that is none": scheduled("every day"),
  },
  bad: {
    "every half minute": {
      given: scheduled({ type: "indefinitely", interval: 30 }),
      reports: [{ message: "tooOften", at: "/scheduling/interval" }],
    },
    "every half minute, as text": {
      given: scheduled('{"type":"indefinitely","interval":30}'),
      reports: [{ message: "tooOften", at: "/scheduling" }],
    },
    "an interval as text": {
      given: scheduled({ type: "indefinitely", interval: "900" }),
      reports: [{ message: "noInterval", at: "/scheduling/interval" }],
    },
    "no interval": {
      given: scheduled({ type: "indefinitely" }),
      reports: [{ message: "noInterval", at: "/scheduling" }],
    },
    "once, on a day without a time": {
      given: scheduled({ type: "once", date: "2027-01-31" }),
      reports: [{ message: "noDate", at: "/scheduling/date" }],
    },
    "a type that there is not": {
      given: scheduled({ type: "interval", interval: 900 }),
      reports: [{ message: "type", at: "/scheduling/type" }],
    },
    "no type": { given: scheduled({}), reports: [{ message: "type", at: "/scheduling" }] },
  },
});
