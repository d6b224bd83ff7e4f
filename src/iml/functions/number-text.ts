// Numbers as people write them.

import { readNumber } from "../coerce.ts";
import { defineFunction, type ImlFunction } from "../define-function.ts";
import { EvaluationError } from "../evaluation-error.ts";

const MAX_DECIMALS = 100;

export const numberTextFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "formatNumber",
    group: "math",
    summary: "Writes a number with so many decimals; the decimal sign is `,` and the thousands sign `.` unless given",
    params: [
      { name: "number", type: "number" },
      { name: "decimals", type: "number" },
      { name: "decimalSeparator", type: "text", optional: true },
      { name: "thousandsSeparator", type: "text", optional: true },
    ],
    returns: "text",
    examples: [
      ['formatNumber(123456789; 3; ","; ".")', "123.456.789,000"],
      ['formatNumber(1.005; 2; "."; "")', "1.01"],
      ["formatNumber(-1234.5; 1)", "-1.234,5"],
    ],
    evaluate: ([number, decimals, decimalSeparator = ",", thousandsSeparator = "."]) => {
      if (!Number.isFinite(number)) return String(number);
      if (!(decimals >= 0 && decimals <= MAX_DECIMALS)) {
        throw new EvaluationError(`'${decimals}' is not a valid number of decimals`);
      }
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      return new Intl.NumberFormat("en-US", digits)
        .formatToParts(number)
        .map(({ type, value }) =>
          type === "decimal" ? decimalSeparator : type === "group" ? thousandsSeparator : value,
        )
        .join("");
    },
  }),
  defineFunction({
    name: "parseNumber",
    group: "math",
    summary: "Reads a number out of a text; blanks and signs between thousands are skipped",
    params: [
      { name: "text", type: "text" },
      { name: "decimalSeparator", type: "text", optional: true },
    ],
    returns: "number",
    examples: [
      ['parseNumber("1.756,456"; ",")', 1756.456],
      ['parseNumber("1 756.5"; ".")', 1756.5],
    ],
    note: "The default of the decimal sign is not documented; exported scenarios always give one",
    evaluate: ([text, decimalSeparator = "."]) => {
      const [whole = "", ...fractions] = decimalSeparator === "" ? [text] : text.split(decimalSeparator);
      const number = readNumber([whole.replaceAll(/(?<=\d)[\s.,'’](?=\d)/g, ""), ...fractions].join("."));
      if (number === undefined) throw new EvaluationError(`'${text}' is not a valid number`);
      return number;
    },
  }),
];
