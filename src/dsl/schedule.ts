import type { Schedule } from "../model/schedule.ts";

export const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;
export type Day = (typeof DAYS)[number];
export type Month = (typeof MONTHS)[number];

interface Limits {
  /** Only between these dates, ISO 8601. */
  readonly between?: readonly [start: string, end: string];
  /** Only on these days, in these months, at these times (`HH:mm`). */
  readonly restrict?: readonly {
    readonly days?: readonly Day[];
    readonly months?: readonly Month[];
    readonly time?: readonly [from: string, to: string];
  }[];
}

/** When a scenario starts, as authors write it. Times are `HH:mm` in the organization's time zone. */
export type When =
  /** As soon as a bundle arrives; only with a webhook or another instant trigger. */
  | "immediately"
  /** When something calls it: a person, another scenario, the API. */
  | "on demand"
  | ({ readonly immediately: { readonly maximumRunsPerMinute: number } } & Limits)
  | ({ readonly every: { readonly minutes: number } | { readonly hours: number } } & Limits)
  /** A full ISO 8601 date with time. */
  | { readonly once: string }
  | ({ readonly daily: string } & Limits)
  | ({ readonly weekly: readonly Day[]; readonly at: string } & Limits)
  | ({ readonly monthly: readonly number[]; readonly at: string } & Limits)
  | ({
      readonly yearly: { readonly months: readonly Month[]; readonly days: readonly number[] };
      readonly at: string;
    } & Limits);

/** Translates to the words of Make's API. `complain` is told what Make would refuse. */
export function scheduleOf(when: When, complain: (message: string, help?: string) => void): Schedule {
  if (when === "immediately") return { type: "immediately" };
  if (when === "on demand") return { type: "on-demand" };
  if ("once" in when) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/u.test(when.once)) {
      complain(`\`${when.once}\` is no full ISO 8601 date with time and zone`, "Write it like 2027-01-31T09:00:00Z");
    }
    return { type: "once", date: when.once };
  }
  const limits = limitsOf(when);
  if ("immediately" in when) {
    return { type: "immediately", maximum_runs_per_minute: when.immediately.maximumRunsPerMinute, ...limits };
  }
  if ("every" in when) {
    const interval = "minutes" in when.every ? when.every.minutes * 60 : when.every.hours * 3600;
    // Free plans start at 15 minutes; the shortest interval of all plans is one minute.
    if (!Number.isInteger(interval) || interval < 60)
      complain("A scenario can start once a minute at most", "Give whole minutes, from 1");
    return { type: "indefinitely", interval, ...limits };
  }
  const time = "daily" in when ? when.daily : when.at;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/u.test(time))
    complain(`\`${time}\` is no time of day`, "Write hours and minutes, like 09:30");
  if ("daily" in when) return { type: "daily", time, ...limits };
  if ("weekly" in when) return { type: "weekly", days: when.weekly.map((day) => DAYS.indexOf(day)), time, ...limits };
  if ("monthly" in when) return { type: "monthly", days: daysOfMonth(when.monthly), time, ...limits };
  const { months, days } = when.yearly;
  return { type: "yearly", months: months.map(monthNumber), days: daysOfMonth(days), time, ...limits };

  function daysOfMonth(days: readonly number[]): readonly number[] {
    for (const day of days) {
      if (!Number.isInteger(day) || day < 1 || day > 31)
        complain(`\`${day}\` is no day of a month`, "Give days from 1 to 31");
    }
    return days;
  }
}

const monthNumber = (month: Month): number => MONTHS.indexOf(month) + 1;

const limitsOf = ({ between, restrict }: Limits): Pick<Schedule, "between" | "restrict"> => ({
  ...(between ? { between } : {}),
  ...(restrict
    ? {
        restrict: restrict.map(({ days, months, time }) => ({
          ...(days ? { days: days.map((day) => DAYS.indexOf(day)) } : {}),
          ...(months ? { months: months.map(monthNumber) } : {}),
          ...(time ? { time } : {}),
        })),
      }
    : {}),
});
