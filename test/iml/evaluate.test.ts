import { describe, expect, test } from "vitest";
import type { Expression } from "../../src/iml/ast.ts";
import { binary, call, index, literal, moduleReference } from "../../src/iml/build.ts";
import { evaluateTemplate } from "../../src/iml/evaluate.ts";
import { ERASE, IGNORE } from "../../src/iml/value.ts";
import { expressionValue, fieldValue, NOW, plain } from "./evaluating.ts";

const bundles = {
  1: {
    name: "Ada",
    count: 3,
    isOpen: false,
    nothing: null,
    empty: "",
    date: new Date("2026-01-31T10:00:00Z"),
    "First name": "Ada",
    "a.b": { "0": "zero" },
    tags: ["x", "y", "z"],
    lines: [{ sku: "A", amounts: [1, 2] }, { sku: "B" }],
    bytes: Buffer.from("Make"),
  },
};
const of = (expression: string) => expressionValue(expression, { bundles });

describe("a field", () => {
  test.for<[string, unknown]>([
    ["", ""],
    ["plain", "plain"],
    ["{{1.count}}", 3],
    ["{{1.tags}}", ["x", "y", "z"]],
    ["{{1.missing}}", null],
    ["{{}}", null],
    ["{{1.count}} ", "3 "],
    ["Hi {{1.name}}, {{1.missing}}!", "Hi Ada, !"],
    ["{{1.date}} {{1.isOpen}}", "2026-01-31T10:00:00.000Z false"],
    ["= {{1.tags}}", "= x, y, z"],
    ["= {{1.lines}}", '= {"sku":"A","amounts":[1,2]}, {"sku":"B"}'],
    ["= {{1.bytes}}", "= Make"],
    ["= {{ignore}}{{erase}}{{null}}", "= "],
    ["a {{", "a {{"],
    ["{{{{1.name}}}}", "{{Ada}}"],
  ])("`%s` has its value", ([text, expected]) => {
    expect(fieldValue(text, { bundles })).toEqual(expected);
  });

  test("that is a whole bundle is that bundle", () => {
    expect(fieldValue("{{`7`}}", { bundles: { 7: { a: [1] } } })).toEqual({ a: [1] });
  });

  test("that cannot be read fails as Make's validation does", () => {
    expect(fieldValue("{{1.a + }} {{lower(1, 2)}}")).toBe("error: Scenario validation failed - 2 problem(s) found");
    const result = evaluateTemplate(
      { parts: [{ kind: "mapping", expression: { kind: "invalid", text: "?" } }] },
      { now: NOW },
    );
    expect(result).toMatchObject({ error: { message: "Scenario validation failed - 1 problem(s) found" } });
  });

  test("with a hole in it is a bug of the caller", () => {
    const expression: Expression = { kind: "placeholder", value: 1 };
    expect(() => evaluateTemplate({ parts: [{ kind: "mapping", expression }] }, { now: NOW })).toThrow("placeholder");
  });
});

describe("a path", () => {
  test.for<[string, unknown]>([
    ["1.`First name`", "Ada"],
    ["1.`a.b`.`0`", "zero"],
    ["1.lines[2].sku", "B"],
    ["1.lines[].amounts[-1]", 2],
    ["1.lines[1.count - 1].sku", "B"],
    ['1.tags["2"]', "y"],
    ["1.tags[0]", null],
    ["1.tags[4]", null],
    ["1.tags[1.5]", null],
    ["1.tags[1.name]", null],
    ["1.tags.length", null],
    ["1.name.length", null],
    ["1.name[1]", null],
    ["1.missing.a[1].b", null],
    ["9.a", null],
    ["unknown.a", null],
    ["first(1.lines).sku", "A"],
    ["now.year", null],
  ])("`%s` leads where it says", ([expression, expected]) => {
    expect(of(expression)).toEqual(expected);
  });

  test.for(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"])(
    "never leads to `%s`, which JavaScript's objects inherit",
    (name) => {
      expect(of(`1.${name}`)).toBeNull();
      expect(of(`1.tags.${name}`)).toBeNull();
      expect(of(`get(1; "${name}")`)).not.toContain("native");
      expect(of(`get(1.lines[1]; "${name}")`)).toBeNull();
      expect(of(`map(1.lines; "${name}")`)).toEqual([null, null]);
      expect(expressionValue(name, { variables: {} })).toBeNull();
    },
  );

  test("leads to such a name where the data have it themselves", () => {
    expect(expressionValue("1.__proto__.a", { bundles: { 1: JSON.parse('{"__proto__": {"a": 1}}') } })).toBe(1);
  });

  test("of a variable leads into what was handed in", () => {
    const variables = { var: { input: { limit: 10 } }, title: "News" };
    expect(fieldValue("{{var.input.limit}} {{title}} {{var.team.x}}", { variables })).toBe("10 News ");
  });
});

describe("an operator", () => {
  test.for<[string, unknown]>([
    ["1 + 2 * 3 - 4 / 2", 5],
    ["7 % 4", 3],
    ["16.22 + 9.2", 25.419999999999998],
    ["1 / 0", Number.POSITIVE_INFINITY],
    ['"5" * "2"', 10],
    ['"a" * 2', Number.NaN],
    ["1.missing + 1", Number.NaN],
    ["true + true", 2],
    ["-1.count", -3],
    ['"a" + 1 + 2', "a12"],
    ['1 + 2 + "a"', "3a"],
    ['"x" + 1.missing', "x"],
    ['1.tags + ""', "x, y, z"],
    ['1.date + ""', "2026-01-31T10:00:00.000Z"],
    ["1.date - 1", Date.UTC(2026, 0, 31, 10) - 1],
    ["(1.date - addDays(1.date; -2)) / 86400000", 2],
    ["1 = 1", true],
    ['1 = "1"', false],
    ['"a" != "A"', true],
    ["1.missing = null", true],
    ['1.missing = ""', false],
    ["1.date = addDays(1.date; 0)", true],
    ['1.tags = split("x,y,z"; ",")', true],
    ["1.lines[1] = 1.lines[2]", false],
    ["1 == 1 & 1 !== 2", true],
    ["2 < 10", true],
    ['"2" < "10"', false],
    ['"2" < 10', true],
    ['"2026-01-01" <= "2026-01-02"', true],
    ['1.date > "2026-01-31 09:00:00"', true],
    ['1.date > "soon"', false],
    ["1.missing < 1", false],
    ["1.missing >= 0", false],
    ['1.name & "b"', "b"],
    ['1.missing | "b"', "b"],
    ["1.empty || 1.isOpen", false],
    ["!1.missing", true],
    ["!0", true],
    ["!1.tags", false],
  ])("in `%s` counts, joins or compares", ([expression, expected]) => {
    expect(of(expression)).toEqual(expected);
  });

  test.for(["true | foo()", "false & foo()", "1.name || foo()"])(
    "in `%s` does not ask what cannot matter",
    (expression) => {
      expect(of(expression)).not.toContain("error");
    },
  );
});

describe("a keyword", () => {
  test.for<[string, unknown]>([
    ["now", NOW.toISOString()],
    ["timestamp", 1772600767],
    ["pi", Math.PI],
    ["random", 0.5],
    ["uuid", "88888888-8888-4888-8888-888888888888"],
    ["executionId", "run 1"],
    ["null", null],
    ["true", true],
    ["emptystring", ""],
    ["emptyarray", []],
    ["space + nbsp + tab + newline + carriagereturn", " \u00a0\t\n\r"],
    ["`now`", null],
  ])("`%s` stands for its value", ([name, expected]) => {
    expect(expressionValue(name, { random: () => 0.5, executionId: "run 1" })).toEqual(expected);
  });

  test("that gives an order to the module is a symbol", () => {
    const value = (text: string) => evaluateTemplate(text, { now: NOW });
    expect(value("{{ignore}}")).toEqual({ ok: true, value: IGNORE });
    expect(value("{{if(false; 1; erase)}}")).toEqual({ ok: true, value: ERASE });
    expect(value('{{ifempty(ignore; "b")}}')).toEqual({ ok: true, value: "b" });
  });

  test("may give another value each time", () => {
    expect(expressionValue("uuid = uuid")).toBe(false);
    expect(expressionValue("uuid")).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe("a function", () => {
  test.for<[string, string]>([
    ["foo(1)", "Function 'foo' not found!"],
    ["lower(foo(1))", "Function 'lower' finished with error! Function 'foo' not found!"],
    ["if(exists(4.id); 1; 2)", "Function 'if' finished with error! Function 'exists' not found!"],
    ["add(6; 18)", "Function 'add' finished with error! '6' is not a valid array"],
    ['formatDate("now"; "YYYY")', "Function 'formatDate' finished with error! 'now' is not a valid date"],
    [
      'parseDate("soon"; "YYYY")',
      "Function 'parseDate' finished with error! 'soon' is not a valid date or does not match the date format",
    ],
    ["round(1.name)", "Function 'round' finished with error! 'Ada' is not a valid number"],
    ["abs()", "Function 'abs' finished with error! '' is not a valid number"],
    ["keys(1.name)", "Function 'keys' finished with error! 'Ada' is not a valid collection"],
    ['decodeURL("%")', "Function 'decodeURL' finished with error! URI malformed"],
    ['setMonth(now; "Foo")', "Function 'setMonth' finished with error! 'Foo' is not a valid month"],
    ["addYears(now; 1000000)", "Function 'addYears' finished with error! 'Invalid date' is not a valid date"],
    ["formatNumber(1; -1)", "Function 'formatNumber' finished with error! '-1' is not a valid number of decimals"],
    [
      'replace("a"; "/(/"; "")',
      "Function 'replace' finished with error! Invalid regular expression: Unterminated group",
    ],
  ])("in `%s` fails in Make's words", ([expression, message]) => {
    expect(of(expression)).toBe(`error: ${message}`);
  });

  test("that fails is pointed at, the innermost one", () => {
    const text = "Hi {{lower(upper(foo(1)))}}";
    const result = evaluateTemplate(text, { now: NOW });
    const range = result.ok ? undefined : result.error.range;
    expect(text.slice(range?.start, range?.end)).toBe("foo");
  });

  test.for([
    "if(true; 1; foo())",
    "if(false; foo(); 1)",
    "ifempty(1; foo())",
    "switch(1; 1; 1; foo(); foo())",
    "switch(2; 1; foo(); 2; 1; foo())",
  ])("as in `%s` does not run what is not taken", (expression) => {
    expect(expressionValue(expression)).toBe(1);
  });

  test.for<[string, unknown]>([
    ["length(1.missing)", 0],
    ["upper(1.missing)", ""],
    ["first(1.missing)", null],
    ["sum(1.missing; 2; null)", 2],
    ["max(emptyarray)", null],
    ["get(1.missing; 1)", null],
    ['join(1.missing; ",")', ""],
    ['map(1.missing; "a")', []],
    ["switch(9; 1; 2)", null],
    ["if(false; 1; )", null],
    ["if(false; 1)", null],
    ["ifempty(; )", null],
    ['replace("abc"; "b"; )', "abc"],
    ['replace("abc"; ; "x")', "abc"],
    ["escapeJSON()", ""],
    ["formatDate(1.date; ; )", "2026-01-31T10:00:00Z"],
  ])("in `%s` takes nothing for what is empty", ([expression, expected]) => {
    expect(of(expression)).toEqual(expected);
  });
});

describe("dates", () => {
  const timezone = "Europe/Prague";
  test.for<[string, unknown]>([
    ['formatDate("2026-07-01 08:00:00"; "HH:mm Z")', "08:00 +02:00"],
    ['formatDate("2026-07-01 08:00:00"; "HH:mm Z"; "nowhere")', "08:00 +02:00"],
    ['formatDate("2026-07-01T08:00:00Z"; "HH:mm"; "america/new_york")', "04:00"],
    ['addDays("2026-03-28T11:00:00Z"; 1)', "2026-03-29T10:00:00.000Z"],
    ['addHours("2026-03-28T11:00:00Z"; 24)', "2026-03-29T11:00:00.000Z"],
    ['addHours("2026-03-28T11:00:00Z"; -1.5)', "2026-03-28T09:30:00.000Z"],
    ['addMonths("2026-01-31T11:00:00Z"; 1)', "2026-02-28T11:00:00.000Z"],
    ['setHour("2026-07-01T22:30:00Z"; 0)', "2026-07-01T22:30:00.000Z"],
    ['setMonth("2015-08-07T11:36:39.138Z"; "JANUARY")', "2015-01-07T12:36:39.138Z"],
    ['setDay("2018-06-27T11:36:39.138Z"; 8)', "2018-07-01T11:36:39.138Z"],
    ['setDay("2018-06-27T11:36:39.138Z"; "2")', "2018-06-25T11:36:39.138Z"],
    ['parseDate("14:30"; "HH:mm")', "2026-03-04T13:30:00.000Z"],
    ['parseDate("28.12.2016")', "2016-12-27T23:00:00.000Z"],
    ['parseDate("2016-12-28T00:00:00+05:00"; "YYYY-MM-DDTHH:mm:ssZ")', "2016-12-27T19:00:00.000Z"],
    ['parseDate("2016-12-28"; "YYYY-MM-DD"; "UTC")', "2016-12-28T00:00:00.000Z"],
    ['formatDate(1482940986000; "YYYY")', "2016"],
  ])("`%s` follows the clock of the organization", ([expression, expected]) => {
    expect(expressionValue(expression, { timezone })).toBe(expected);
  });

  test("are in UTC where the zone does not exist", () => {
    expect(expressionValue('formatDate(now; "HH:mm Z")', { timezone: "Nowhere/City" })).toBe("05:06 +00:00");
  });
});

describe("too much", () => {
  const deep: Readonly<Record<string, (inner: Expression) => Expression>> = {
    calls: (inner) => call("lower", inner),
    "lazy calls": (inner) => call("if", literal(true), inner),
    negations: (operand) => ({ kind: "unary", operator: "!", operand }),
    parentheses: (expression) => ({ kind: "group", expression }),
    "right operands": (inner) => binary("+", literal(1), inner),
    paths: (object) => ({ kind: "member", object, path: [index()] }),
    positions: (inner) => ({ ...moduleReference(1), path: [index(inner)] }),
  };

  test.for(Object.entries(deep))("of 10,000 %s inside of each other is an error", ([, wrap]) => {
    let expression: Expression = literal(1);
    for (let level = 0; level < 10_000; level++) expression = wrap(expression);
    const result = evaluateTemplate({ parts: [{ kind: "mapping", expression }] }, { now: NOW });
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining("more than 500 levels") } });
  });

  test.for(["lower(", "(", "-(", "1 + (", "1.a["])("of 10,000 `%s` in a text is an error", (open) => {
    const close = open.includes("[") ? "]" : ")";
    const text = `{{${open.repeat(10_000)}1${close.repeat(10_000)}}}`;
    expect(fieldValue(text)).toBe("error: Scenario validation failed - 1 problem(s) found");
  });

  test("is not a sum of 2,000 numbers", () => {
    expect(expressionValue(Array(2000).fill("1").join(" + "))).toBe(2000);
    let sum: Expression = literal(0);
    for (let term = 0; term < 10_000; term++) sum = binary("+", sum, literal(1));
    const result = evaluateTemplate({ parts: [{ kind: "mapping", expression: sum }] }, { now: NOW });
    expect(result).toEqual({ ok: true, value: 10_000 });
  });

  const nested = (levels: number, wrap: (inner: string) => string, core: string) => {
    let expression = core;
    for (let level = 0; level < levels; level++) expression = wrap(expression);
    return expression;
  };

  test.for([
    ["texts that grow by replacement", nested(40, (inner) => `replace(${inner}; "a"; "aaaa")`, '"a"'), "larger than"],
    [
      "texts that grow by a pattern",
      nested(40, (inner) => `replace(${inner}; "/a/g"; "$&$&$\`")`, '"aa"'),
      "larger than",
    ],
    ["texts joined to themselves", `join(split("${"a".repeat(5000)}"; ""); "${"b".repeat(5000)}")`, "larger than"],
    ["arrays in arrays", nested(40, (inner) => `add(${inner}; 1.big; 1.big)`, "emptyarray"), undefined],
    [
      "arrays added to themselves",
      "merge(1.big; 1.big; 1.big; 1.big; 1.big; 1.big; 1.big; 1.big; 1.big; 1.big; 1.big)",
      "larger than",
    ],
    ["a large value read again and again", Array(200).fill("length(1.big)").join(" + "), "handles more than"],
    ["data that are too large", "length(1.huge)", "larger than"],
    ["data that are nested too deep", "1.deep", "nested deeper than 200 levels"],
    ["data that lead back to themselves", 'toString(1.circle) + "a"', "nested deeper than 200 levels"],
    ["a format of many characters", `formatDate(now; "${"Y".repeat(1001)}")`, "at most 1000 characters"],
  ] as const)("of %s is an error", ([, expression, message]) => {
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    let deepData: unknown = 1;
    for (let level = 0; level < 10_000; level++) deepData = [deepData];
    const given = { big: ["a".repeat(1_000_000)], huge: "a".repeat(10_000_001), deep: deepData, circle };
    const value = expressionValue(expression, { bundles: { 1: given } });
    if (message === undefined) expect(value).toMatch(/^error: .*(larger|handles more)/);
    else expect(value).toContain(message);
  });

  test.for([
    ["bigint", 1n],
    ["function", () => 1],
    ["symbol", Symbol("x")],
  ])("foreign is a %s among the data", ([type, foreign]) => {
    expect(expressionValue("1.a", { bundles: { 1: { a: [foreign] } } })).toBe(
      `error: Mappings have no values of the type \`${String(type)}\``,
    );
  });

  test("is not asked of a date that is none", () => {
    expect(expressionValue("1.a", { bundles: { 1: { a: new Date(Number.NaN) } } })).toContain("not a valid date");
  });
});

test("data and what comes of them are never changed", () => {
  const data = { list: [3, 1, 2], nested: { a: 1 } };
  const before = structuredClone(data);
  const all = [
    "sort(1.list)",
    "reverse(1.list)",
    "shuffle(1.list)",
    "add(1.list; 4)",
    'omit(1.nested; "a")',
    "merge(1.list; 1.list)",
  ];
  for (const expression of all) expressionValue(expression, { bundles: { 1: data } });
  expect(data).toEqual(before);
  expect(plain(data)).toEqual(before);
});
