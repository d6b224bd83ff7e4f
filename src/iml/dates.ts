// Dates in time zones. A zone is a name of the IANA database; Make takes any other for "none given".

import type { Moment } from "moment-timezone";
import { EvaluationError } from "./evaluation-error.ts";
import { loadMoment } from "./lazy-modules.ts";

/** The date as a clock on the wall of that zone shows it. */
export const inZone = (date: Date, zone: string): Moment => loadMoment().tz(date, zone);

/** The first of the zones that exists; UTC where none does. */
export const existingZone = (...zones: readonly (string | undefined)[]): string =>
  zones.find((zone) => zone !== undefined && loadMoment().tz.zone(zone) !== null) ?? "UTC";

const MAX_LENGTH = 1000;

/** A text in any of moment's formats; what the text leaves out is the start of the day (or of today, by `now`). */
export function parseInFormat(text: string, format: string, zone: string, now: Date): Date | undefined {
  const moment = loadMoment();
  if (text.length > MAX_LENGTH || format.length > MAX_LENGTH) return undefined;
  // Moment fills in the day from a clock of its own, which only this can set.
  const clock = moment.now;
  moment.now = () => now.getTime();
  try {
    const parsed = moment.tz(text, format, zone);
    return parsed.isValid() ? parsed.toDate() : undefined;
  } finally {
    moment.now = clock;
  }
}

export function formatInZone(date: Date, format: string, zone: string): string {
  if (format.length > MAX_LENGTH) throw new EvaluationError(`A date format has at most ${MAX_LENGTH} characters`);
  return inZone(date, zone).format(format);
}

const DAY = [
  String.raw`(?<y1>\d{4})-(?<m1>\d{1,2})-(?<d1>\d{1,2})`,
  String.raw`(?<y2>\d{4})\/(?<m2>\d{1,2})\/(?<d2>\d{1,2})`,
  String.raw`(?<m3>\d{1,2})\/(?<d3>\d{1,2})\/(?<y3>\d{4})`,
  String.raw`(?<d4>\d{1,2})\.(?<m4>\d{1,2})\.(?<y4>\d{4})`,
].join("|");
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,9}))?)?(?: ?(?<half>[AaPp])\.?[Mm]\.?)?`;
const OFFSET = String.raw`(?<utc>Z)|(?:GMT|UTC)?(?<sign>[+-])(?<offsetHour>\d\d):?(?<offsetMinute>\d\d)`;
const DATE_TEXT = new RegExp(`^\\s*(?:${DAY})(?:(?:T| +)${TIME}(?: *(?:${OFFSET}))?)?\\s*$`);

/** Whether Make reads the text where it needs a date, without being told a format. */
export const isDateText = (text: string): boolean => DATE_TEXT.test(text);

/** A text in one of the forms that Make converts by itself: a day, maybe a time, maybe the distance to UTC. */
export function parseDateText(text: string, zone: string): Date | undefined {
  const found = DATE_TEXT.exec(text)?.groups;
  if (found === undefined) return undefined;
  const pick = (...names: readonly string[]) => Number(names.map((name) => found[name]).find(Boolean) ?? 0);
  const year = pick("y1", "y2", "y3", "y4");
  const month = pick("m1", "m2", "m3", "m4");
  const day = pick("d1", "d2", "d3", "d4");
  const hour = hourOfDay(pick("hour"), found.half);
  const [minute, second] = [pick("minute"), pick("second")];
  if (hour === undefined || minute > 59 || second > 59 || !isDay(year, month, day)) return undefined;
  const millisecond = Number((found.fraction ?? "").padEnd(3, "0").slice(0, 3));
  const parts = [year, month - 1, day, hour, minute, second, millisecond] as const;
  if (found.utc !== undefined) return new Date(utc(...parts));
  if (found.sign === undefined) {
    return zone === "UTC"
      ? new Date(utc(...parts))
      : loadMoment()
          .tz([...parts], existingZone(zone))
          .toDate();
  }
  const minutes = pick("offsetHour") * 60 + pick("offsetMinute");
  return new Date(utc(...parts) - (found.sign === "-" ? -minutes : minutes) * 60_000);
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
function utc(year: number, ...rest: readonly number[]): number {
  const date = new Date(0);
  const [month = 0, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = rest;
  date.setUTCFullYear(year, month, day);
  return date.setUTCHours(hour, minute, second, millisecond);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(utc(year, month - 1, day));
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCDate() === day;
}
