// When a scenario starts, where a file says so: answers of Make's API do, exports of the editor do not.

import type { ModuleKind } from "../catalog/module.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, listCode, objectCode, type Property, textCode } from "./code.ts";

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The schedule as a setting; none where it is what goes without saying, or what there are no words for. */
export function scheduleCode(scheduling: unknown, kind: ModuleKind | undefined): readonly Property[] {
  if (!isObject(scheduling)) return [];
  const code = codeOf(scheduling, kind);
  return code === undefined ? [] : [{ name: "schedule", value: code }];
}

function codeOf(schedule: Readonly<Record<string, unknown>>, kind: ModuleKind | undefined): Code | undefined {
  const { type, interval, date, maximum_runs_per_minute: maximum, days, restrict, between } = schedule;
  if (restrict !== undefined || between !== undefined) return undefined;
  const isInstant = kind === "instant trigger";
  switch (type) {
    case "immediately":
      if (kind !== undefined && !isInstant) return undefined;
      if (Number.isInteger(maximum))
        return entry("immediately", objectCode([{ name: "maximumRunsPerMinute", value: String(maximum) }]));
      return isInstant ? undefined : textCode("immediately");
    case "on-demand":
      return kind === "starter" ? undefined : textCode("on demand");
    case "indefinitely":
      return typeof interval === "number" ? everyCode(interval, kind) : undefined;
    case "once":
      return typeof date === "string" && FULL_DATE.test(date) ? entry("once", textCode(date)) : undefined;
    case "daily":
      return at(schedule, (time) => entry("daily", time));
    case "weekly": {
      const names = numbers(days)?.map((day) => DAYS[day]);
      if (names === undefined || names.includes(undefined)) return undefined;
      return at(schedule, (time) => both("weekly", listCode(names.map((name) => textCode(name ?? ""))), time));
    }
    case "monthly": {
      const given = numbers(days);
      if (given === undefined || given.some((day) => day < 1 || day > 31)) return undefined;
      return at(schedule, (time) => both("monthly", listCode(given.map(String)), time));
    }
    default:
      return undefined;
  }
}

const FULL_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u;

/** Fifteen minutes go without saying, where nothing outside starts the scenario. */
function everyCode(seconds: number, kind: ModuleKind | undefined): Code | undefined {
  if (!Number.isInteger(seconds) || seconds < 60 || seconds % 60 !== 0) return undefined;
  if (seconds === 900 && kind !== "instant trigger" && kind !== "starter") return undefined;
  const [unit, count] = seconds % 3600 === 0 ? ["hours", seconds / 3600] : ["minutes", seconds / 60];
  return entry("every", objectCode([{ name: unit, value: String(count) }]));
}

const entry = (name: string, value: Code): Code => objectCode([{ name, value }]);
const both = (name: string, value: Code, time: Code): Code =>
  objectCode([
    { name, value },
    { name: "at", value: time },
  ]);

const numbers = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) && value.every((item) => Number.isInteger(item)) ? (value as number[]) : undefined;

/** Hours and minutes; seconds of zero are left out. */
function at({ time }: Readonly<Record<string, unknown>>, write: (time: Code) => Code): Code | undefined {
  const [, clock] = typeof time === "string" ? (/^((?:[01]\d|2[0-3]):[0-5]\d)(?::00)?$/u.exec(time) ?? []) : [];
  return clock === undefined ? undefined : write(textCode(clock));
}
