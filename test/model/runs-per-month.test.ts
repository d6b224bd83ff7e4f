import { expect, test } from "vitest";
import { runsPerMonth } from "../../src/model/runs-per-month.ts";

const cases: Readonly<Record<string, readonly [schedule: unknown, runs: number | undefined]>> = {
  "every quarter of an hour": [{ type: "indefinitely", interval: 900 }, 2880],
  "every day": [{ type: "daily", time: "06:10" }, 30],
  "twice a week": [{ type: "weekly", days: [1, 4], time: "09:00" }, 60 / 7],
  "on two days of the month": [{ type: "monthly", days: [1, 15], time: "09:00" }, 2],
  "twice a year": [{ type: "yearly", days: [1], months: [1, 7], time: "09:00" }, 2 / 12],
  "only by day": [{ type: "indefinitely", interval: 900, restrict: [{ time: ["06:00", "18:00"] }] }, 1440],
  "only by night": [{ type: "indefinitely", interval: 900, restrict: [{ time: ["22:00", "04:00"] }] }, 720],
  "only on working days": [
    { type: "indefinitely", interval: 900, restrict: [{ days: [1, 2, 3, 4, 5] }] },
    (2880 * 5) / 7,
  ],
  "in two windows that are more than all time": [
    { type: "daily", time: "09:00", restrict: [{ time: ["00:00", "18:00"] }, { time: ["06:00", "23:59"] }] },
    30,
  ],
  "without a window": [{ type: "daily", time: "09:00", restrict: [] }, 30],
  "when something comes in": [{ type: "immediately" }, undefined],
  "when somebody calls": [{ type: "on-demand" }, undefined],
  once: [{ type: "once", date: "2027-01-31T09:00:00Z" }, undefined],
  "without an interval": [{ type: "indefinitely" }, undefined],
  "with an interval of nothing": [{ type: "indefinitely", interval: 0 }, undefined],
  "without days": [{ type: "weekly", time: "09:00" }, undefined],
  "with windows that cannot be read": [{ type: "daily", restrict: "mornings" }, undefined],
  "no schedule": [undefined, undefined],
};

test.for(Object.entries(cases))("%s", ([, [schedule, runs]]) => {
  const found = runsPerMonth(schedule);
  if (runs === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(runs, 6);
});
