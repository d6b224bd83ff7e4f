// Positions and parts of texts, counted in characters from 0.

import { toText } from "../coerce.ts";
import { isEqual } from "../compare.ts";
import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";
import { MAX_SIZE } from "../limits.ts";

const text = { name: "text", type: "text" } as const satisfies Parameter;

export const searchFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "contains",
    group: "text",
    summary: "Tells whether a text has another one in it, or an array an item",
    params: [
      { name: "where", type: ["text", "array"] },
      { name: "what", type: "any" },
    ],
    returns: "boolean",
    examples: [
      ['contains("Hello World"; "Hello")', true],
      ['contains(split("a,b"; ","); "c")', false],
    ],
    evaluate: ([where, what]) =>
      typeof where === "string" ? where.includes(toText(what)) : where.some((item) => isEqual(item, what)),
  }),
  defineFunction({
    name: "indexOf",
    group: "text",
    summary: "Gives the position of a text in another one, counted from 0, or -1",
    params: [text, { name: "search", type: "text" }, { name: "start", type: "number", optional: true }],
    returns: "number",
    examples: [
      ['indexOf("Make"; "k")', 2],
      ['indexOf("We love Make"; "e"; 7)', 11],
      ['indexOf("We love Make"; "x")', -1],
    ],
    evaluate: ([value, search, start]) => value.indexOf(search, start),
  }),
  defineFunction({
    name: "length",
    group: "text",
    summary: "Counts the characters of a text, the bytes of a buffer or the items of an array",
    params: [{ name: "value", type: ["text", "buffer", "array"] }],
    returns: "number",
    examples: [
      ['length("hello")', 5],
      ['length(split("a,b"; ","))', 2],
    ],
    evaluate: ([value]) => value.length,
  }),
  defineFunction({
    name: "split",
    group: "text",
    summary: "Cuts a text at a separator into an array of texts; blanks stay",
    params: [text, { name: "separator", type: "text" }],
    returns: { arrayOf: "text" },
    examples: [
      ['split("John, George, Paul"; ",")', ["John", " George", " Paul"]],
      ['split("two words"; space)', ["two", "words"]],
    ],
    evaluate: ([value, separator]) => value.split(separator, MAX_SIZE),
  }),
  defineFunction({
    name: "substring",
    group: "text",
    summary: "Copies from one position up to, but not including, another; both are counted from 0",
    params: [text, { name: "start", type: "number" }, { name: "end", type: "number" }],
    returns: "text",
    examples: [
      ['substring("Hello"; 0; 3)', "Hel"],
      ['substring("Hello"; 1; 3)', "el"],
    ],
    evaluate: ([value, start, end]) => value.substring(start, end),
  }),
];
