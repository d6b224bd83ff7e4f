import { checkKeys } from "./check-keys.ts";
import { checkOptions } from "./check-options.ts";
import { inWords, listOf, NUMBER, OBJECT, type Options, objectOf, oneOf, required, TEXT } from "./option-kinds.ts";
import { DAYS, MONTHS, type When } from "./schedule.ts";

/** Whatever else it is, an hour of the day is no more than 24, and a minute less than 60. */
const isTimeOfDay = (value: unknown): boolean => {
  const [, hour, minute] = typeof value === "string" ? (/^(\d{1,2}):(\d{2})(?::\d{2})?$/u.exec(value) ?? []) : [];
  return Number(hour) <= 24 && Number(minute) < 60;
};
const isDate = (value: unknown): boolean => typeof value === "string" && !Number.isNaN(Date.parse(value));
const pairOf = (fits: (value: unknown) => boolean, words: string) => ({
  words,
  fits: (value: unknown) => Array.isArray(value) && value.length === 2 && value.every(fits),
});
const TIMES = pairOf(isTimeOfDay, 'two times of day: ["09:00", "17:30"]');
const DATES = pairOf(isDate, 'two dates: ["2027-01-01T00:00:00Z", "2027-12-31T00:00:00Z"]');
const TIME = required({ ...TEXT, fits: isTimeOfDay }, 'a time of day: "09:30"');
const WEEKDAYS = listOf(oneOf(...DAYS), 'a list of days: ["monday", "friday"]');
const MONTH_NAMES = listOf(oneOf(...MONTHS), 'a list of months: ["january", "july"]');
const DAYS_OF_MONTH = listOf(NUMBER, "a list of days: [1, 15]");

const LIMITS: Options = {
  between: DATES,
  restrict: listOf(
    objectOf({ days: WEEKDAYS, months: MONTH_NAMES, time: TIMES }, "an object: { days, months, time }"),
    "a list: [{ days, months, time }]",
  ),
};

/** What each kind of schedule takes, by the option that it is told by. */
const KINDS: Readonly<Record<string, Options>> = {
  immediately: {
    immediately: objectOf({ maximumRunsPerMinute: required(NUMBER) }, "an object: { maximumRunsPerMinute: 10 }"),
    ...LIMITS,
  },
  every: { every: objectOf({ minutes: NUMBER, hours: NUMBER }, "an interval: { minutes: 15 }"), ...LIMITS },
  once: { once: { ...TEXT, words: 'a date with time: "2027-01-31T09:00:00Z"' } },
  daily: { daily: TIME, ...LIMITS },
  weekly: { weekly: WEEKDAYS, at: TIME, ...LIMITS },
  monthly: { monthly: DAYS_OF_MONTH, at: TIME, ...LIMITS },
  yearly: {
    yearly: objectOf(
      { months: required(MONTH_NAMES), days: required(DAYS_OF_MONTH) },
      'an object: { months: ["december"], days: [24] }',
    ),
    at: TIME,
    ...LIMITS,
  },
};

const EXAMPLES = 'Write "immediately", "on demand", { every: { minutes: 15 } } or { daily: "09:30" }';

/** Whether a schedule has a shape that there is; if not, it is complained about. */
export function checkSchedule(given: unknown, complain: (message: string, help: string) => void): given is When {
  if (given === "immediately" || given === "on demand") return true;
  if (!OBJECT.fits(given)) {
    complain(`The schedule of the scenario is ${inWords(given)}`, EXAMPLES);
    return false;
  }
  const options = given as object;
  const kind = Object.keys(KINDS).find((name) => Object.hasOwn(options, name));
  if (kind !== undefined) return checkOptions("the schedule", options, KINDS[kind] ?? {}, complain);
  const known = [...Object.keys(KINDS), "at", ...Object.keys(LIMITS)];
  const meant = checkKeys("The schedule", options, known, complain);
  if (meant.length === 0) complain("The schedule does not say when the scenario starts", EXAMPLES);
  return false;
}
