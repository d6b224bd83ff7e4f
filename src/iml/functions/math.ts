import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";

const number: Parameter = { name: "number", type: "number" };
/** Either one array or any number of values. */
const numbers: Parameter = { name: "values", type: ["array", "number"], rest: true };

export const mathFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "abs",
    group: "math",
    summary: "Drops the sign of a number",
    params: [number],
    returns: "number",
  }),
  defineFunction({
    name: "average",
    group: "math",
    summary: "Gives the arithmetic mean of several numbers or of one array",
    params: [numbers],
    returns: "number",
  }),
  defineFunction({
    name: "ceil",
    group: "math",
    summary: "Rounds up to a whole number",
    params: [number],
    returns: "number",
  }),
  defineFunction({
    name: "floor",
    group: "math",
    summary: "Rounds down to a whole number",
    params: [number],
    returns: "number",
  }),
  defineFunction({
    name: "formatNumber",
    group: "math",
    summary: "Writes a number with so many decimals; the decimal sign is `,` and the thousands sign `.` unless given",
    params: [
      number,
      { name: "decimals", type: "number" },
      { name: "decimalSeparator", type: "text", optional: true },
      { name: "thousandsSeparator", type: "text", optional: true },
    ],
    returns: "text",
  }),
  defineFunction({
    name: "max",
    group: "math",
    summary: "Gives the largest of several numbers or of one array",
    params: [numbers],
    returns: "number",
  }),
  defineFunction({
    name: "median",
    group: "math",
    summary: "Gives the number in the middle, or the mean of the middle two",
    params: [numbers],
    returns: "number",
  }),
  defineFunction({
    name: "min",
    group: "math",
    summary: "Gives the smallest of several numbers or of one array",
    params: [numbers],
    returns: "number",
  }),
  defineFunction({
    name: "parseNumber",
    group: "math",
    summary: "Reads a number out of a text",
    params: [
      { name: "text", type: "text" },
      { name: "decimalSeparator", type: "text", optional: true },
    ],
    returns: "number",
    note: "The default of the decimal sign is not documented; exported scenarios always give one",
  }),
  defineFunction({
    name: "round",
    group: "math",
    summary: "Rounds to the nearest whole number",
    params: [number],
    returns: "number",
    note: "A second argument for decimals is talked about in a course, but in no reference",
  }),
  defineFunction({
    name: "stdevP",
    group: "math",
    summary: "Gives the standard deviation of a whole population",
    params: [numbers],
    returns: "number",
  }),
  defineFunction({
    name: "stdevS",
    group: "math",
    summary: "Gives the standard deviation of a sample",
    params: [numbers],
    returns: "number",
  }),
  defineFunction({
    name: "sum",
    group: "math",
    summary: "Adds several numbers or the items of one array",
    params: [numbers],
    returns: "number",
  }),
  defineFunction({
    name: "trunc",
    group: "math",
    summary: "Cuts a number after so many decimals, all of them unless given",
    params: [number, { name: "decimals", type: "number", optional: true }],
    returns: "number",
  }),
];
