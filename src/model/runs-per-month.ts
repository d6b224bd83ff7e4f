import { isObject } from "../util/is-object.ts";

/** Every month counts as one of 30 days. */
const DAYS = 30;
const SECONDS = DAYS * 24 * 60 * 60;

/**
 * How often a schedule starts its scenario in a month; nothing where that depends on what comes in, on who calls it, or
 * where the schedule cannot be read. The dates of `between` are left out of account: it is a month within them.
 */
export function runsPerMonth(schedule: unknown): number | undefined {
  if (!isObject(schedule)) return undefined;
  const { type, interval, days, months, restrict } = schedule;
  const runs = (): number | undefined => {
    switch (type) {
      case "indefinitely":
        return typeof interval === "number" && interval > 0 ? SECONDS / interval : undefined;
      case "daily":
        return DAYS;
      case "weekly":
        return times(count(days), DAYS / 7);
      case "monthly":
        return count(days);
      case "yearly":
        return times(times(count(days), count(months)), 1 / 12);
      default:
        return undefined;
    }
  };
  return times(runs(), shareOf(restrict));
}

const count = (list: unknown): number | undefined => (Array.isArray(list) ? list.length : undefined);
const times = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a * b;

/** Which part of all time the windows leave, at most all of it; nothing where they cannot be read. */
function shareOf(restrict: unknown): number | undefined {
  if (restrict === undefined || restrict === null) return 1;
  if (!Array.isArray(restrict)) return undefined;
  if (restrict.length === 0) return 1;
  return Math.min(
    1,
    restrict.map(windowShare).reduce((sum, share) => sum + share, 0),
  );
}

function windowShare(window: unknown): number {
  const { days, months, time } = isObject(window) ? window : {};
  return ((count(days) ?? 7) / 7) * ((count(months) ?? 12) / 12) * dayShare(time);
}

function dayShare(time: unknown): number {
  const [from, to] = (Array.isArray(time) ? time : []).map(minutesOf);
  if (from === undefined || to === undefined) return 1;
  // A window may go on beyond midnight.
  return (to > from ? to - from : to - from + 24 * 60) / (24 * 60);
}

function minutesOf(clock: unknown): number | undefined {
  const [, hours, minutes] = (typeof clock === "string" && /^(\d\d?):(\d\d)/.exec(clock)) || [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
