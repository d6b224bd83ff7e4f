import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";

const date: Parameter = { name: "date", type: "date" };
const number: Parameter = { name: "number", type: "number" };
/** A name of the IANA database. Make ignores anything else and uses the organization's zone. */
const timezone: Parameter = { name: "timezone", type: "text", optional: true };

export const dateFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "formatDate",
    group: "date",
    summary: "Writes a date in a format such as `YYYY-MM-DD HH:mm`, in the organization's time zone unless given",
    params: [date, { name: "format", type: "text" }, timezone],
    returns: "text",
  }),
  defineFunction({
    name: "parseDate",
    group: "date",
    summary: "Reads a date out of a text in a format such as `YYYY-MM-DD`; stops the run where the text does not fit",
    params: [{ name: "text", type: "text" }, { name: "format", type: "text", optional: true }, timezone],
    returns: "date",
    note: "The format is documented as required; exported scenarios also leave it out",
  }),
  defineFunction({
    name: "addSeconds",
    group: "date",
    summary: "Moves a date by seconds, back where the number is negative",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "addMinutes",
    group: "date",
    summary: "Moves a date by minutes, back where the number is negative",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "addHours",
    group: "date",
    summary: "Moves a date by hours, back where the number is negative",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "addDays",
    group: "date",
    summary: "Moves a date by days, back where the number is negative",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "addMonths",
    group: "date",
    summary: "Moves a date by months, back where the number is negative",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "addYears",
    group: "date",
    summary: "Moves a date by years, back where the number is negative",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "setSecond",
    group: "date",
    summary: "Sets the second; beyond 0 to 59 it rolls over into the minute",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "setMinute",
    group: "date",
    summary: "Sets the minute; beyond 0 to 59 it rolls over into the hour",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "setHour",
    group: "date",
    summary: "Sets the hour; beyond 0 to 23 it rolls over into the day",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "setDay",
    group: "date",
    summary:
      "Sets the day of the week, by its English name or by a number from 1 (Sunday) to 7; others change the week",
    params: [date, { name: "day", type: ["number", "text"] }],
    returns: "date",
  }),
  defineFunction({
    name: "setDate",
    group: "date",
    summary: "Sets the day of the month; beyond its days it rolls over into another month",
    params: [date, number],
    returns: "date",
  }),
  defineFunction({
    name: "setMonth",
    group: "date",
    summary: "Sets the month, by its English name or by a number from 1 to 12; others change the year",
    params: [date, { name: "month", type: ["number", "text"] }],
    returns: "date",
  }),
  defineFunction({
    name: "setYear",
    group: "date",
    summary: "Sets the year",
    params: [date, number],
    returns: "date",
  }),
];
