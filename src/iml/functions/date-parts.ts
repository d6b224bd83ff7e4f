// Dates moved by a span, and dates with one part replaced. Both happen on the clock of the organization's time zone:
// a day later is the same hour, also where the clocks were changed in between.

import type { Moment } from "moment-timezone";
import { readNumber } from "../coerce.ts";
import { existingZone, inZone } from "../dates.ts";
import { type CallScope, defineFunction, type Example, type ImlFunction, type Parameter } from "../define-function.ts";
import { EvaluationError } from "../evaluation-error.ts";

const date = { name: "date", type: "date" } as const satisfies Parameter;
const number = { name: "number", type: "number" } as const satisfies Parameter;

const onClock = (value: Date, { timezone }: CallScope): Moment => inZone(value, existingZone(timezone));

type Unit = "seconds" | "minutes" | "hours" | "days" | "months" | "years";

const moving = (name: string, unit: Unit, ...examples: readonly Example[]): ImlFunction =>
  defineFunction({
    name,
    group: "date",
    summary: `Moves a date by ${unit}, back where the number is negative`,
    params: [date, number],
    returns: "date",
    examples,
    evaluate: ([value, amount], scope) => onClock(value, scope).add(amount, unit).toDate(),
  });

type Part = "second" | "minute" | "hour" | "date" | "year";

const setting = (name: string, part: Part, summary: string, ...examples: readonly Example[]): ImlFunction =>
  defineFunction({
    name,
    group: "date",
    summary,
    params: [date, number],
    returns: "date",
    examples,
    evaluate: ([value, amount], scope) => onClock(value, scope)[part](amount).toDate(),
  });

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = [
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
];

/** How moment counts it, from 0, what is given as a number from 1 or as an English name in any case. */
function countFromZero(value: number | string, names: readonly string[], type: string): number {
  const position = names.indexOf(String(value).trim().toLowerCase());
  if (position !== -1) return position;
  const given = typeof value === "number" ? value : readNumber(value);
  if (given === undefined) throw new EvaluationError(`'${value}' is not a valid ${type}`);
  return given - 1;
}

export const datePartFunctions: readonly ImlFunction[] = [
  moving("addSeconds", "seconds", ['addSeconds("2016-12-08T15:55:57.536Z"; 2)', "2016-12-08T15:55:59.536Z"]),
  moving("addMinutes", "minutes", ['addMinutes("2016-12-08T15:55:57.536Z"; -2)', "2016-12-08T15:53:57.536Z"]),
  moving("addHours", "hours", ['addHours("2016-12-08T15:55:57.536Z"; 2)', "2016-12-08T17:55:57.536Z"]),
  moving("addDays", "days", ['addDays("2016-12-08T15:55:57.536Z"; -2)', "2016-12-06T15:55:57.536Z"]),
  moving("addMonths", "months", ['addMonths("2016-08-08T15:55:57.536Z"; 2)', "2016-10-08T15:55:57.536Z"]),
  moving("addYears", "years", ['addYears("2016-08-08T15:55:57.536Z"; 2)', "2018-08-08T15:55:57.536Z"]),
  setting(
    "setSecond",
    "second",
    "Sets the second; beyond 0 to 59 it rolls over into the minute",
    ['setSecond("2015-10-07T11:36:39.138Z"; 10)', "2015-10-07T11:36:10.138Z"],
    ['setSecond("2015-10-07T11:36:39.138Z"; 61)', "2015-10-07T11:37:01.138Z"],
  ),
  setting("setMinute", "minute", "Sets the minute; beyond 0 to 59 it rolls over into the hour", [
    'setMinute("2015-10-07T11:36:39.138Z"; 10)',
    "2015-10-07T11:10:39.138Z",
  ]),
  setting("setHour", "hour", "Sets the hour; beyond 0 to 23 it rolls over into the day", [
    'setHour("2015-08-07T11:36:39.138Z"; -6)',
    "2015-08-06T18:36:39.138Z",
  ]),
  defineFunction({
    name: "setDay",
    group: "date",
    summary:
      "Sets the day of the week, by its English name or by a number from 1 (Sunday) to 7; others change the week",
    params: [date, { name: "day", type: ["number", "text"] }],
    returns: "date",
    examples: [
      ['setDay("2018-06-27T11:36:39.138Z"; "Monday")', "2018-06-25T11:36:39.138Z"],
      ['setDay("2018-06-27T11:36:39.138Z"; 7)', "2018-06-30T11:36:39.138Z"],
    ],
    evaluate: ([value, day], scope) =>
      onClock(value, scope)
        .day(countFromZero(day, WEEKDAYS, "day"))
        .toDate(),
  }),
  setting("setDate", "date", "Sets the day of the month; beyond its days it rolls over into another month", [
    'setDate("2015-08-07T11:36:39.138Z"; 32)',
    "2015-09-01T11:36:39.138Z",
  ]),
  defineFunction({
    name: "setMonth",
    group: "date",
    summary: "Sets the month, by its English name or by a number from 1 to 12; others change the year",
    params: [date, { name: "month", type: ["number", "text"] }],
    returns: "date",
    examples: [
      ['setMonth("2015-08-07T11:36:39.138Z"; "january")', "2015-01-07T11:36:39.138Z"],
      ['setMonth("2015-08-07T11:36:39.138Z"; 17)', "2016-05-07T11:36:39.138Z"],
    ],
    evaluate: ([value, month], scope) =>
      onClock(value, scope)
        .month(countFromZero(month, MONTHS, "month"))
        .toDate(),
  }),
  setting("setYear", "year", "Sets the year", [
    'setYear("2015-08-07T11:36:39.138Z"; 2017)',
    "2017-08-07T11:36:39.138Z",
  ]),
];
