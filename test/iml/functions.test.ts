import { describe, expect, test } from "vitest";
import { checkTemplate } from "../../src/iml/check.ts";
import { type Parameter, signatureOf } from "../../src/iml/define-function.ts";
import { findFunction, functions, functionsOfCustomApps } from "../../src/iml/functions.ts";
import { keywords, variableFamilies } from "../../src/iml/keywords.ts";
import { expressionValue } from "./evaluating.ts";

const all = [...functions.values()];

describe("the functions", () => {
  test.for([
    ["general", "equal get if ifempty omit pick switch"],
    ["math", "abs average ceil floor formatNumber max median min parseNumber round stdevP stdevS sum trunc"],
    [
      "text",
      "ascii base64 capitalize contains decodeURL encodeURL escapeHTML escapeJSON escapeMarkdown indexOf length lower " +
        "md5 replace replaceEmojiCharacters sha1 sha256 sha512 split startcase stripHTML substring toBinary toString " +
        "trim upper",
    ],
    [
      "date",
      "addDays addHours addMinutes addMonths addSeconds addYears formatDate parseDate setDate setDay setHour " +
        "setMinute setMonth setSecond setYear",
    ],
    [
      "array",
      "add deduplicate distinct first flatten join keys last map merge remove reverse shuffle slice sort toArray " +
        "toCollection",
    ],
  ] as const)("of the group %s are complete", ([group, names]) => {
    const declared = all.filter((declaration) => declaration.group === group).map(({ name }) => name);
    expect(declared.sort()).toEqual(names.split(" ").sort());
  });

  test("are found by their exact name", () => {
    expect(findFunction("formatDate")?.signature).toBe("formatDate(date; format; [timezone])");
    expect(findFunction("formatdate")).toBeUndefined();
    expect(findFunction("constructor")).toBeUndefined();
  });

  test("ask for what is required first, and repeat only at the end", () => {
    for (const { name, params } of all) {
      const firstOptional = params.findIndex(({ optional }) => optional === true);
      const required = params.filter(({ optional }) => optional !== true).length;
      expect([name, firstOptional === -1 ? params.length : firstOptional]).toEqual([name, required]);
      expect([name, params.slice(0, -1).some(({ rest }) => rest === true)]).toEqual([name, false]);
    }
  });
});

test.for<[string, readonly Parameter[], string, number, number]>([
  ["required", [{ name: "a", type: "any" }], "f(a)", 1, 1],
  [
    "optional",
    [
      { name: "a", type: "any" },
      { name: "b", type: "any", optional: true },
    ],
    "f(a; [b])",
    1,
    2,
  ],
  ["repeated", [{ name: "a", type: "any", rest: true }], "f(a; …)", 1, Number.POSITIVE_INFINITY],
  [
    "optional and repeated",
    [{ name: "a", type: "any", optional: true, rest: true }],
    "f([a; …])",
    0,
    Number.POSITIVE_INFINITY,
  ],
])("a parameter that is %s counts so", ([, params, signature, minimum, maximum]) => {
  expect(signatureOf("f", params)).toEqual({ params, signature, minimum, maximum });
});

test("summaries and notes are sentences without a period", () => {
  const sentences = [...all.flatMap(({ summary, note = summary }) => [summary, note]), ...variableFamilies.values()];
  sentences.push(...[...keywords.values()].map(({ summary }) => summary));
  expect(sentences.filter((sentence) => !/^[A-Z].*[^.!]$/.test(sentence))).toEqual([]);
});

describe("the examples", () => {
  const examples = [...all, ...functionsOfCustomApps.values()].flatMap(({ name, examples: own }) =>
    own.map(([expression, result, bundles]) => [name, expression, result, bundles] as const),
  );

  test.for(examples)("of %s hold: `%s`", ([, expression, result, bundles]) => {
    expect(expressionValue(expression, { bundles: bundles ?? {} })).toEqual(result);
  });

  test("are there for every function, and call it", () => {
    for (const { name, examples: own } of all) {
      expect([name, own.length > 0 && own.every(([expression]) => expression.includes(`${name}(`))]).toEqual([
        name,
        true,
      ]);
    }
  });

  test("have no problem", () => {
    expect(
      examples.flatMap(([name, expression]) => (name === "mime" ? [] : checkTemplate(`{{${expression}}}`))),
    ).toEqual([]);
  });
});
