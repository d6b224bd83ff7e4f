import { isObject } from "../util/is-object.ts";
import { writeJson } from "../util/write-json.ts";

/** `every 15 minutes`; limits and what is not known are added as they are. */
export function describeSchedule(schedule: unknown): string | undefined {
  if (schedule === undefined) return undefined;
  if (!isObject(schedule) || typeof schedule.type !== "string") return writeJson(schedule);
  const { type, interval, ...more } = schedule;
  const start =
    type === "indefinitely" && typeof interval === "number"
      ? `every ${duration(interval)}`
      : [type.replaceAll("-", " "), ...(interval === undefined ? [] : [`interval ${writeJson(interval)}`])].join(", ");
  return [start, ...Object.entries(more).map(([key, value]) => `${key} ${writeJson(value)}`)].join(", ");
}

const duration = (seconds: number): string =>
  seconds % 3600 === 0 && seconds > 0
    ? count(seconds / 3600, "hour")
    : seconds % 60 === 0
      ? count(seconds / 60, "minute")
      : count(seconds, "second");

const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? "" : "s"}`;
