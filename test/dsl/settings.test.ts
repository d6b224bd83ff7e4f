import { describe, expect, test } from "vitest";
import { scenarios, webhooks } from "../../src/apps.ts";
import { compile } from "../../src/compile/compile.ts";
import type { When } from "../../src/dsl/schedule.ts";
import { raw, type Settings, scenario, webhook } from "../../src/index.ts";
import { blueprintOf, environment, mistakesIn, wait } from "./printed.ts";

const settingsOf = (settings: Settings) =>
  blueprintOf((flow) => void flow.step("Wait", wait), settings).metadata.scenario;

describe("settings", () => {
  const DEFAULTS = {
    roundtrips: 1,
    maxErrors: 3,
    autoCommit: true,
    autoCommitTriggerLast: true,
    sequential: false,
    slots: null,
    confidential: false,
    dataloss: false,
    dlq: false,
    freshVariables: false,
  };

  test("are those of a new scenario when nothing is said", () => {
    expect(settingsOf({})).toEqual(DEFAULTS);
  });

  test.for<[Settings, object]>([
    [{ maxCycles: 5 }, { roundtrips: 5 }],
    [{ maxConsecutiveErrors: 1 }, { maxErrors: 1 }],
    [{ autoCommit: false }, { autoCommit: false }],
    [{ commitTriggerLast: false }, { autoCommitTriggerLast: false }],
    [{ sequential: true }, { sequential: true }],
    [{ slots: 2 }, { slots: 2 }],
    [{ confidential: true }, { confidential: true }],
    [{ allowDataLoss: true }, { dataloss: true }],
    [{ storeIncompleteExecutions: true }, { dlq: true }],
    [{ freshVariables: true }, { freshVariables: true }],
  ])("%o is written under Make's own key", ([settings, changed]) => {
    expect(settingsOf(settings)).toEqual({ ...DEFAULTS, ...changed });
  });

  test.for<[Settings, string]>([
    [{ maxCycles: 0 }, "`maxCycles` is 0, less than 1\n  help: Give a whole number, 1 or more"],
    [
      { maxConsecutiveErrors: 2.5 },
      "`maxConsecutiveErrors` is 2.5, which is not whole\n  help: Give a whole number, 1 or more",
    ],
    [
      { description: "x".repeat(241) },
      "The description is longer than the 240 characters that Make takes\n  help: Shorten it",
    ],
  ])("%# that make no sense are refused", ([settings, message]) => {
    expect(mistakesIn((flow) => void flow.step("Wait", wait), settings)).toEqual([message]);
  });
});

describe("a schedule", () => {
  const hook = webhooks.customWebhook({ webhook: webhook("in") });
  const schedulingOf = (schedule: When) =>
    compile(
      scenario("Test", { schedule }, (flow) => void flow.trigger("Start", raw.trigger({ module: "a:B", version: 1 }))),
      environment(),
    ).deployment.scheduling;

  test.for<[When, object]>([
    ["immediately", { type: "immediately" }],
    ["on demand", { type: "on-demand" }],
    [{ immediately: { maximumRunsPerMinute: 10 } }, { type: "immediately", maximum_runs_per_minute: 10 }],
    [{ every: { minutes: 1 } }, { type: "indefinitely", interval: 60 }],
    [{ every: { hours: 2 } }, { type: "indefinitely", interval: 7200 }],
    [{ once: "2027-01-31T09:00:00Z" }, { type: "once", date: "2027-01-31T09:00:00Z" }],
    [{ once: "2027-01-31T09:00:00.5+02:00" }, { type: "once", date: "2027-01-31T09:00:00.5+02:00" }],
    [{ daily: "23:59" }, { type: "daily", time: "23:59" }],
    [
      { weekly: ["sunday", "saturday"], at: "00:00" },
      { type: "weekly", days: [0, 6], time: "00:00" },
    ],
    [
      { monthly: [1, 31], at: "09:30" },
      { type: "monthly", days: [1, 31], time: "09:30" },
    ],
    [
      { yearly: { months: ["january", "december"], days: [24] }, at: "18:00" },
      { type: "yearly", months: [1, 12], days: [24], time: "18:00" },
    ],
    [
      {
        every: { minutes: 15 },
        between: ["2027-01-01T00:00:00Z", "2027-12-31T00:00:00Z"],
        restrict: [{ days: ["monday"], months: ["may"], time: ["08:00", "18:00"] }, {}],
      },
      {
        type: "indefinitely",
        interval: 900,
        between: ["2027-01-01T00:00:00Z", "2027-12-31T00:00:00Z"],
        restrict: [{ days: [1], months: [5], time: ["08:00", "18:00"] }, {}],
      },
    ],
  ])("%o is said in the words of Make's API", ([schedule, expected]) => {
    expect(schedulingOf(schedule)).toEqual(expected);
  });

  test.for<[string, object, Parameters<typeof scenario>[2]]>([
    ["immediate behind a webhook", { type: "immediately" }, (flow) => void flow.trigger("Start", hook)],
    [
      "on demand behind the start of a sub-scenario",
      { type: "on-demand" },
      (flow) => void flow.trigger("Start", scenarios.start()),
    ],
    [
      "every 15 minutes without a trigger",
      { type: "indefinitely", interval: 900 },
      (flow) => void flow.step("Wait", wait),
    ],
  ])("is %s, when nothing is said", ([, expected, steps]) => {
    expect(compile(scenario("Test", {}, steps), environment()).deployment.scheduling).toEqual(expected);
  });

  test.for<[When, string]>([
    [
      { once: "2027-01-31" },
      "`2027-01-31` is no full ISO 8601 date with time and zone\n  help: Write it like 2027-01-31T09:00:00Z",
    ],
    [{ every: { minutes: 0 } }, "A scenario can start once a minute at most\n  help: Give whole minutes, from 1"],
    [{ every: { minutes: 1.01 } }, "A scenario can start once a minute at most\n  help: Give whole minutes, from 1"],
    [{ daily: "9:30" }, "`9:30` is no time of day\n  help: Write hours and minutes, like 09:30"],
    [{ daily: "24:00" }, "`24:00` is no time of day\n  help: Write hours and minutes, like 09:30"],
    [{ monthly: [0], at: "09:00" }, "`0` is no day of a month\n  help: Give days from 1 to 31"],
    [{ monthly: [32], at: "09:00" }, "`32` is no day of a month\n  help: Give days from 1 to 31"],
    [
      "immediately",
      "The scenario is to start immediately, but no webhook starts it\n  help: Give it an interval: { every: { minutes: 15 } }",
    ],
  ])("%o is refused", ([schedule, message]) => {
    expect(mistakesIn((flow) => void flow.step("Wait", wait), { schedule })).toEqual([message]);
  });
});
