import { toDate } from "../coerce.ts";
import { existingZone, formatInZone, parseInFormat } from "../dates.ts";
import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";
import { EvaluationError } from "../evaluation-error.ts";

/** A name of the IANA database. Make ignores anything else and uses the organization's zone. */
const timezone = { name: "timezone", type: "text", optional: true } as const satisfies Parameter;

export const dateTextFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "formatDate",
    group: "date",
    summary: "Writes a date in a format such as `YYYY-MM-DD HH:mm`, in the organization's time zone unless given",
    params: [{ name: "date", type: "date" }, { name: "format", type: "text" }, timezone],
    returns: "text",
    examples: [
      ['formatDate("2018-10-01T07:32:00.000Z"; "MM/DD/YYYY")', "10/01/2018"],
      ['formatDate("2018-10-01T07:32:00.000Z"; "YYYY-MM-DD hh:mm A"; "Europe/Prague")', "2018-10-01 09:32 AM"],
    ],
    evaluate: ([date, format, zone], scope) => formatInZone(date, format, existingZone(zone, scope.timezone)),
  }),
  defineFunction({
    name: "parseDate",
    group: "date",
    summary: "Reads a date out of a text in a format such as `YYYY-MM-DD`; stops the run where the text does not fit",
    params: [{ name: "text", type: "text" }, { name: "format", type: "text", optional: true }, timezone],
    returns: "date",
    examples: [
      ['parseDate("2016-12-28"; "YYYY-MM-DD")', "2016-12-28T00:00:00.000Z"],
      ['parseDate("28.12.2016 16:03"; "DD.MM.YYYY HH:mm"; "Europe/Prague")', "2016-12-28T15:03:00.000Z"],
      ['parseDate("1482940986"; "X")', "2016-12-28T16:03:06.000Z"],
    ],
    note: "The format is documented as required; exported scenarios also leave it out",
    evaluate: ([text, format, zone], scope) => {
      const preferred = existingZone(zone, scope.timezone);
      if (format === undefined || format === "") return toDate(text, preferred);
      const date = parseInFormat(text, format, preferred, scope.now);
      if (date === undefined) {
        throw new EvaluationError(`'${text}' is not a valid date or does not match the date format`);
      }
      return date;
    },
  }),
];
