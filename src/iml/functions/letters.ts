// Capital and small letters, and what is no letter at all.

import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";

const text = { name: "text", type: "text" } as const satisfies Parameter;

const beginLarge = (word: string): string => word.replace(/^./su, (first) => first.toUpperCase());

export const letterFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "ascii",
    group: "text",
    summary: "Drops every character outside of ASCII, or first turns accented letters into plain ones",
    params: [text, { name: "removeDiacritics", type: "boolean", optional: true }],
    returns: "text",
    examples: [
      ['ascii("ěMščařžkýáeíé")', "Make"],
      ['ascii("ěščřž"; true)', "escrz"],
    ],
    evaluate: ([value, removeDiacritics]) =>
      (removeDiacritics === true ? value.normalize("NFD") : value).replaceAll(/[^\0-\x7f]/g, ""),
  }),
  defineFunction({
    name: "capitalize",
    group: "text",
    summary: "Turns the first character into a capital letter",
    params: [text],
    returns: "text",
    examples: [['capitalize("make it")', "Make it"]],
    evaluate: ([value]) => beginLarge(value),
  }),
  defineFunction({
    name: "lower",
    group: "text",
    summary: "Turns all letters into small ones",
    params: [text],
    returns: "text",
    examples: [['lower("Hello")', "hello"]],
    evaluate: ([value]) => value.toLowerCase(),
  }),
  defineFunction({
    name: "startcase",
    group: "text",
    summary: "Begins every word with a capital letter and writes the rest small",
    params: [text],
    returns: "text",
    examples: [['startcase("hello WORLD")', "Hello World"]],
    evaluate: ([value]) => value.replaceAll(/\S+/g, (word) => beginLarge(word.toLowerCase())),
  }),
  defineFunction({
    name: "trim",
    group: "text",
    summary: "Removes blanks from both ends",
    params: [text],
    returns: "text",
    examples: [['trim(" a b ")', "a b"]],
    evaluate: ([value]) => value.trim(),
  }),
  defineFunction({
    name: "upper",
    group: "text",
    summary: "Turns all letters into capital ones",
    params: [text],
    returns: "text",
    examples: [['upper("Hello")', "HELLO"]],
    evaluate: ([value]) => value.toUpperCase(),
  }),
];
