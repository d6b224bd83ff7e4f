import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Segment } from "../../src/iml/ast.ts";
import { checkTemplate } from "../../src/iml/check.ts";
import { defineCustomFunction } from "../../src/iml/custom-functions.ts";
import type { ImlProblemCode } from "../../src/iml/problem.ts";
import { jumbledTemplate } from "./arbitraries.ts";
import { corpusTexts, hasCorpus } from "./corpus.ts";
import { brokenTemplates, hasVectors, wildTemplates } from "./vectors.ts";

/** One text for every problem there is; the type says when one is missing. */
const SAMPLES: Readonly<Record<ImlProblemCode, string>> = {
  "array-literal": "{{join([1; 2]; space)}}",
  "bare-module-number": "{{12}}",
  "braces-in-text": '{{1.a + "}}"}}',
  "comma-separator": "{{lower(1.a, 2)}}",
  "doubled-braces": "{{{{1.a}}}}",
  "double-equals": "{{if(1.a == 2; 3; 4)}}",
  "empty-replacement": '{{replace(1.a; "b"; )}}',
  "index-zero": "{{1.a[0]}}",
  "infix-word": "{{1.a and 2.b}}",
  "invalid-regex": '{{replace(1.a; "/(/g"; "")}}',
  "member-of-call": "{{first(1.a).b}}",
  "method-call": "{{1.a.trim()}}",
  "missing-operand": "{{1.a + }}",
  "missing-operator": "{{1.First Name}}",
  "nested-mapping": "{{lower({{1.a}})}}",
  "object-literal": '{{map(1.a; {"b": 1})}}',
  "slow-regex": '{{replace(1.a; "/(a+)+b/"; "")}}',
  "smart-quotes": "{{1.a + “b”}}",
  "too-complex": `{{${"(".repeat(300)}1${")".repeat(300)}}}`,
  "unclosed-bracket": "{{lower(1.a}}",
  "unclosed-mapping": "Hi {{1.a",
  "unclosed-quote": '{{lower("a)}}',
  "unexpected-character": "{{1.a # 2}}",
  "unknown-function": "{{isBlank(1.a)}}",
  "unknown-name": "{{YOUR_TOKEN}}",
  "unknown-operator": "{{1.a ?? 2}}",
  "unmatched-bracket": "{{lower(1.a))}}",
  "unquoted-name": "{{1.2nd}}",
  "wrong-argument-count": "{{lower(1.a; 2)}}",
  "wrong-argument-type": "{{add(6; 18)}}",
  "wrong-date-token": '{{formatDate(now; "yyyy-MM-DD")}}',
  backslash: '{{lower(\\"a\\")}}',
};

describe("every problem", () => {
  test.for(Object.entries(SAMPLES))("%s is the only one of its sample", ([code, text]) => {
    expect(checkTemplate(text).map((problem) => problem.code)).toEqual([code]);
  });

  test.for(Object.entries(SAMPLES))("%s speaks in one sentence and advises", ([, text]) => {
    const [problem] = checkTemplate(text);
    expect(problem?.message).toMatch(/^[A-Z`][^\n]*[^.!?]$/);
    expect(problem?.message).not.toMatch(/\b(please|should|try|invalid)\b|\. /i);
    expect(problem?.message.length).toBeLessThanOrEqual(120);
    if (problem?.code !== "missing-operand") expect(problem?.help).toMatch(/^[A-Z][^\n]*[^.]$/);
  });
});

/** What each problem is, which part of the text it points at, and what to do. */
const told = (text: string) =>
  checkTemplate(text).map(({ code, range, help }) => [code, text.slice(range.start, range.end), help]);

describe("an unknown function", () => {
  test.for([
    ["{{and(1.a; 2.b)}}", "and", "Write `a & b`"],
    ["{{if(exists(1.a); 1; 2)}}", "exists", 'Compare with nothing: `ifempty(value; "") != ""`'],
    ["{{JSON.stringify(1.a)}}", "JSON.stringify", "Use the module `JSON > Create JSON`"],
    ["{{parseJSON(1.a).b}}", "parseJSON", "Use the module `JSON > Parse JSON`"],
    ["{{Math.round(1.a)}}", "Math.round", "Did you mean `round`?"],
    ["{{now()}}", "now", "Write `now` without parentheses"],
    ["{{formatdate(now; 1)}}", "formatdate", "Did you mean `formatDate`?"],
    [
      "{{constructor(1)}}",
      "constructor",
      "Use a built-in function, or name your organization's custom functions to the checker",
    ],
  ] as const)("in `%s` gets advice", ([text, name, help]) => {
    expect(told(text)).toEqual([["unknown-function", name, help]]);
  });

  test("may be one of the organization's own", () => {
    const customFunctions = new Set(["sumOfCart"]);
    expect(checkTemplate("{{sumOfCart(1.a, )}}", { customFunctions }).map(({ code }) => code)).toEqual([
      "comma-separator",
    ]);
    expect(checkTemplate("{{sumOfCart(1.a)}}", { customFunctions })).toEqual([]);
    expect(checkTemplate("{{sumOfCarts(1.a)}}", { customFunctions })[0]?.help).toBe("Did you mean `sumOfCart`?");
  });
});

describe("the number of arguments", () => {
  test.for([
    ["{{lower()}}", "`lower` takes 1 argument, and has 0"],
    ["{{round(1.a; 2)}}", "`round` takes 1 argument, and has 2"],
    ["{{switch(1.a; 2)}}", "`switch` takes at least 3 arguments, and has 2"],
    ["{{formatDate(now)}}", "`formatDate` takes at least 2 arguments, and has 1"],
    ['{{formatDate(now; "YYYY"; "UTC"; 1)}}', "`formatDate` takes at most 3 arguments, and has 4"],
  ] as const)("of `%s` is wrong", ([text, message]) => {
    expect(checkTemplate(text).map((problem) => problem.message)).toEqual([message]);
  });

  test.for([
    "{{ifempty(; )}}",
    "{{sum(1; 2; 3; 4)}}",
    "{{if(1.a; 2)}}",
    "{{switch(1.a; 1; 2; 3; 4; 5)}}",
    "{{escapeJSON()}}",
  ])("of `%s` is right", (text) => {
    expect(checkTemplate(text)).toEqual([]);
  });
});

describe("a name", () => {
  test.for([
    ["{{Now}}", "Now", "Did you mean `now`?"],
    ["{{undefined}}", "undefined", "Write `null`"],
    ["{{body.data[2].prop}}", "body", "Only custom apps know `body`; name the module that gives it out: `1.body`"],
    [
      "{{1.first-name}}",
      "name",
      "Name the module that gives it out: `1.name`; a field whose name has a hyphen or a blank needs backticks",
    ],
    ["{{addDays(now; `YYYY`)}}", "`YYYY`", 'Name the module of a field, or write a text in double quotes: `"YYYY"`'],
    [
      "{{var.inputs.name}}",
      "var.inputs.name",
      "Begin with `var.input`, `var.scenario`, `var.organization` or `var.team`",
    ],
  ] as const)("in `%s` is unknown", ([text, name, help]) => {
    expect(told(text)).toEqual([["unknown-name", name, help]]);
  });

  test.for([
    "{{now}}",
    "{{`1`}}",
    "{{1.anything}}",
    "{{var.input.name}}",
    "{{var.team.x}}",
    "{{if(ignore; erase; nbsp)}}",
  ])("in `%s` is known", (text) => {
    expect(checkTemplate(text)).toEqual([]);
  });
});

describe("a date format", () => {
  test.for([
    ["yyyy-MM-DD", ["yyyy"]],
    ["dd.MM.yyyy", ["dd", "yyyy"]],
    ["YYYY-mm-DD HH:mm", ["mm"]],
    ["DD/mm/YYYY", ["mm"]],
    ["HH:MM:ss", ["MM"]],
    ["YYYYMMDDHHMM", ["MM"]],
    ["MM/DD/YYYY hh:mm", ["hh"]],
  ] as const)("`%s` is wrong at %j", ([format, tokens]) => {
    const text = `{{formatDate(now; "${format}")}}`;
    expect(told(text).map(([code, token]) => [code, token])).toEqual(
      tokens.map((token) => ["wrong-date-token", token]),
    );
  });

  test.for([
    "YYYY-MM-DDTHH:mm:ssZ",
    "YYYY-MM-DD hh:mm A",
    "h:mma",
    "dddd, Do MMMM YYYY",
    "ddd",
    "mm:ss",
    "HH:mm, DD/MM/YYYY",
    "DD.MM. HH:mm",
    "[yyyy] YYYY",
    "YYYYWW",
    "YYYYMM01",
    "x",
    "E",
  ])("`%s` is right", (format) => {
    expect(checkTemplate(`{{formatDate(now; "${format}")}}`)).toEqual([]);
  });

  test("is checked where a text is read, too, but a clock of twelve hours is fine there", () => {
    expect(told('{{parseDate(1.a; "yyyy hh")}}').map(([, token]) => token)).toEqual(["yyyy"]);
  });

  test("is pointed at behind quotes that are written twice", () => {
    expect(told('{{formatDate(now; """"" yyyy")}}').map(([, token]) => token)).toEqual(["yyyy"]);
    expect(told("{{formatDate(now; '\" yyyy')}}").map(([, token]) => token)).toEqual(["yyyy"]);
  });
});

describe("a search text", () => {
  test.for([
    ["/(/", "The regular expression `/(/` does not compile: unterminated group"],
    ["/a/gg", "The regular expression `/a/gg` does not compile: invalid flags supplied to RegExp constructor 'gg'"],
    ["/(?<year>\\d+)/", "`replace` fails on a regular expression that has named groups"],
  ] as const)("`%s` is a broken regular expression", ([search, message]) => {
    const problems = checkTemplate(`{{replace(1.a; "${search}"; "")}}`);
    expect(problems.map((problem) => [problem.code, problem.message])).toEqual([["invalid-regex", message]]);
  });

  test.for(["/\\d+/g", "/(?<!a)b(?<=c)/", "(", "/usr/bin", "/", "//", "```json"])("`%s` is fine", (search) => {
    expect(checkTemplate(`{{replace(1.a; "${search}"; "")}}`)).toEqual([]);
  });
});

describe("an argument", () => {
  test.for([
    ["{{join(1.name; 2.x)}}", "text", "1.name", "`join` takes an array as its array, and gets a text"],
    [
      "{{length(1.name) + pick(1.name; 2)}}",
      "text",
      "1.name",
      "`pick` takes a collection as its collection, and gets a text",
    ],
    ["{{round(now)}}", "any", "now", "`round` takes a number as its number, and gets a date"],
    ["{{addDays(emptyarray; 1)}}", "any", "emptyarray", "`addDays` takes a date as its date, and gets an array"],
    ['{{formatDate("now"; "YYYY")}}', "any", '"now"', "`formatDate` takes a date as its date, and this text is none"],
    ['{{ceil("3,5")}}', "any", '"3,5"', "`ceil` takes a number as its number, and this text is none"],
    [
      '{{first(split(1.a; ",") = 2)}}',
      "any",
      'split(1.a; ",") = 2',
      "`first` takes an array as its array, and gets a boolean",
    ],
    [
      "{{first(ifempty(1.a; 2.b))}}",
      "text",
      "ifempty(1.a; 2.b)",
      "`first` takes an array as its array, and gets a text",
    ],
    ['{{sum(1; "a")}}', "any", '"a"', "`sum` takes a number or an array as its values, and this text is none"],
  ] as const)("in `%s` can never be right where outputs are of the type %s", ([text, type, part, message]) => {
    const problems = checkTemplate(text, { outputType: () => type });
    const wrong = problems.filter(({ code }) => code === "wrong-argument-type");
    expect(wrong.map(({ range, ...problem }) => [text.slice(range.start, range.end), problem.message])).toEqual([
      [part, message],
    ]);
  });

  test.for([
    "{{join(1.name; space)}}",
    '{{join(split(1.a; ","); space)}}',
    '{{addDays("2026-01-31"; "-" + 1.days)}}',
    "{{formatDate(timestamp * 1000; 1.format)}}",
    "{{upper(now) + upper(emptyarray)}}",
    "{{first(if(1.a; 1.b; emptyarray))}}",
    "{{first(if(1.a; emptyarray; ))}}",
    "{{sum(1; emptyarray; 1.a)}}",
    "{{contains(emptyarray; now)}}",
    "{{first(unknownToUs(1.a))}}",
    "{{first(`now`)}}",
  ])("in `%s` may be right", (text) => {
    expect(checkTemplate(text).filter(({ code }) => code === "wrong-argument-type")).toEqual([]);
  });

  test("of an output is asked for by module and path", () => {
    const asked: unknown[] = [];
    const outputType = (id: number, path: readonly Segment[]) => {
      asked.push([id, path.map((segment) => (segment.kind === "property" ? segment.name : "[]"))]);
      return undefined;
    };
    checkTemplate("{{upper(3.lines[2].`unit price`)}}", { outputType });
    expect(asked).toEqual([[3, ["lines", "[]", "unit price"]]]);
  });

  test("of a function of the organization's own is checked where that is declared", () => {
    const customFunctions = new Map([
      ["toIban", defineCustomFunction({ name: "toIban", params: [{ name: "account", type: "array" }] })],
    ]);
    const codes = (text: string) => checkTemplate(text, { customFunctions }).map(({ code }) => code);
    expect(codes("{{toIban(1.a)}}")).toEqual([]);
    expect(codes("{{toIban(1.a; 2)}}")).toEqual(["wrong-argument-count"]);
    expect(codes("{{toIban(12)}}")).toEqual(["wrong-argument-type"]);
  });
});

test("a number by itself is only taken for a module where it is the whole mapping", () => {
  expect(checkTemplate("{{12 + 1}} {{1.5}} {{get(1.a; 1)}}")).toEqual([]);
});

test("any text is checked, and the problems are told in its order", () => {
  fc.assert(
    fc.property(jumbledTemplate, (text) => {
      const starts = checkTemplate(text).map(({ range }) => range.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }),
  );
});

describe.skipIf(!hasVectors)("templates from the wild (needs ../shared/vectors)", () => {
  test("have no problem but names and a format that are wrong in a scenario", () => {
    const wrong = wildTemplates().flatMap((text) => told(text).map(([code, token]) => `${code}: ${token}`));
    expect([...new Set(wrong)].sort()).toEqual([
      "empty-replacement: replace",
      ...[
        "X",
        "a",
        "airtableBaseId",
        "b",
        "body",
        "description",
        "email",
        "headers",
        "item",
        "pubDate",
        "title",
        "url",
      ].map((name) => `unknown-name: ${name}`),
      "unknown-name: variable",
      "wrong-date-token: yyyy",
    ]);
  });

  test("that cannot work are reported", () => {
    const unreported = brokenTemplates().filter(({ expr }) => checkTemplate(expr).length === 0);
    expect(unreported.map(({ expr }) => expr)).toEqual([
      // Whole bundles: a text alone cannot tell that no such module was meant.
      "{{`22`}}",
      // A single-quoted text is legal, and so is a backslash in it.
      "{{replace(ifempty(5.emailDraft; ''); newline; '\\\\n')}}",
      "{{`2`}}",
      "{{`9`}}",
    ]);
  });
});

describe.skipIf(!hasCorpus)("exported scenarios (needs ../shared/corpus)", () => {
  test("have no problem but their authors' mistakes", () => {
    const found = new Map<string, string[]>();
    for (const { isExport, isMapped, file, text } of corpusTexts()) {
      if (!isExport || !isMapped) continue;
      for (const { code } of checkTemplate(text)) found.set(code, [...(found.get(code) ?? []), file]);
    }
    const files = Object.fromEntries([...found].map(([code, list]) => [code, [...new Set(list)].sort().join(" ")]));
    expect(files).toEqual({
      backslash: "0002 0003 0071 0076 0241",
      "comma-separator": "0073",
      "doubled-braces": "0242",
      "empty-replacement": "0001 0002 0003 0089 0198 0200",
      "member-of-call": "0007 0008",
      "unknown-function": "0241",
      "unknown-name": "0002 0184 0198 0199 0200 0201",
      "wrong-date-token": "0065 0271",
    });
  });
});
