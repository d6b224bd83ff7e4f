import { describe, expect, test } from "vitest";
import { coerce, toText, toTime } from "../../src/iml/coerce.ts";
import type { ValueType } from "../../src/iml/define-function.ts";
import { attempt } from "../../src/iml/evaluation-error.ts";
import { ERASE, IGNORE, typeOf, type Value } from "../../src/iml/value.ts";
import { plain } from "./evaluating.ts";
import { dateTexts, hasVectors } from "./vectors.ts";

const date = new Date("2015-09-18T11:58:00Z");
const bytes = Buffer.from("Make");

const coerced = (value: Value, type: ValueType, timezone = "UTC"): unknown => {
  const result = attempt(() => coerce(value, type, timezone));
  return result.ok ? plain(result.value) : `error: ${result.error.message}`;
};

describe("a field", () => {
  test.for<[ValueType, Value, unknown]>([
    ["array", ["a"], ["a"]],
    ["array", "a", ["a"]],
    ["array", { a: 1 }, [{ a: 1 }]],
    ["boolean", false, false],
    ["boolean", 0, true],
    ["boolean", "false", false],
    ["boolean", "", false],
    ["boolean", "no", true],
    ["boolean", [], true],
    ["buffer", bytes, "4d616b65"],
    ["buffer", "Make", "4d616b65"],
    ["buffer", true, "74727565"],
    ["buffer", 12, "3132"],
    ["buffer", date, Buffer.from("2015-09-18T11:58:00.000Z").toString("hex")],
    ["buffer", [], "error: '' is not a valid buffer"],
    ["collection", { a: 1 }, { a: 1 }],
    ["collection", "a", "error: 'a' is not a valid collection"],
    ["date", date, "2015-09-18T11:58:00.000Z"],
    ["date", 0, "1970-01-01T00:00:00.000Z"],
    ["date", true, "error: 'true' is not a valid date"],
    ["date", 1e17, "error: '100000000000000000' is not a valid date"],
    ["number", 1.5, 1.5],
    ["number", " -1.5e3 ", -1500],
    ["number", "1,5", "error: '1,5' is not a valid number"],
    ["number", "0x10", "error: '0x10' is not a valid number"],
    ["number", "", "error: '' is not a valid number"],
    ["number", true, "error: 'true' is not a valid number"],
    ["text", true, "true"],
    ["text", 1.5, "1.5"],
    ["text", date, "2015-09-18T11:58:00.000Z"],
    ["text", bytes, "Make"],
    ["text", { a: [1], b: date }, '{"a":[1],"b":"2015-09-18T11:58:00.000Z"}'],
    ["text", ["a", 1, null, ["b"]], "a, 1, , b"],
    ["text", [{ a: 1 }, { b: 2 }], '{"a":1}, {"b":2}'],
    ["any", date, "2015-09-18T11:58:00.000Z"],
  ])("of the type %s makes of %j", ([type, value, expected]) => {
    expect(coerced(value, type)).toEqual(expected);
  });

  test.for<Value>([undefined, null, IGNORE, ERASE])("leaves nothing as it is: %s", (value) => {
    for (const type of ["array", "boolean", "buffer", "collection", "date", "number", "text", "any"] as const) {
      expect(coerce(value, type, "UTC")).toBe(value);
    }
  });

  test("that fails shows the beginning of a long text", () => {
    expect(coerced("x".repeat(1000), "number")).toBe(`error: '${"x".repeat(200)}…' is not a valid number`);
  });
});

test.for<[Value, string | undefined]>([
  [undefined, undefined],
  [null, undefined],
  [IGNORE, undefined],
  ["a", "text"],
  [1, "number"],
  [true, "boolean"],
  [date, "date"],
  [bytes, "buffer"],
  [[], "array"],
  [{}, "collection"],
])("%j is of the type %s", ([value, expected]) => {
  expect(typeOf(value)).toBe(expected);
});

test("orders to the module are an empty text", () => {
  expect(toText(IGNORE) + toText(ERASE)).toBe("");
});

test.for([
  ["5:06", 18_360],
  ["05:06:07", 18_367],
  ["23:59:59", 86_399],
] as const)("the time %s is %i seconds", ([text, seconds]) => {
  expect(toTime(text)).toBe(seconds);
});

test.for(["5", "5:6", "noon", ""])("`%s` is no time", (text) => {
  expect(() => toTime(text)).toThrow(`'${text}' is not a valid time`);
});

describe("a text is a date", () => {
  test.for([
    ["2016-06-20 17:26:44", "2016-06-20T15:26:44.000Z"],
    ["2016-06-20", "2016-06-19T22:00:00.000Z"],
    ["2016-12-20", "2016-12-19T23:00:00.000Z"],
    ["2016-06-20T17:26:44.356Z", "2016-06-20T17:26:44.356Z"],
    ["2016-06-20T17:26:44.35699Z", "2016-06-20T17:26:44.356Z"],
    ["2016-06-20 19:26:44 GMT+02:00", "2016-06-20T17:26:44.000Z"],
    ["2016-06-20 19:26-0230", "2016-06-20T21:56:00.000Z"],
    ["06/20/2016 5:26 PM", "2016-06-20T15:26:00.000Z"],
    ["06/20/2016 12:26 am", "2016-06-19T22:26:00.000Z"],
    ["20.6.2016 17:26", "2016-06-20T15:26:00.000Z"],
    ["0099-01-01T00:00:00Z", "0099-01-01T00:00:00.000Z"],
  ])("`%s` in Prague", ([text, expected]) => {
    expect(coerced(text, "date", "Europe/Prague")).toBe(expected);
  });

  test.for([
    "2016",
    "2016-06",
    "17:26",
    "2016-13-01",
    "2016-02-30",
    "20/06/2016",
    "2016-06-20 24:00",
    "2016-06-20 17:60",
    "2016-06-20 13:00 PM",
    "2016-06-20 soon",
    "20 June 2016",
  ])("but not `%s`", (text) => {
    expect(coerced(text, "date")).toBe(`error: '${text}' is not a valid date`);
  });
});

describe.skipIf(!hasVectors)("the texts that Make documents as dates (needs ../shared/vectors)", () => {
  test("are the same moment or day in the zone of the page", () => {
    const seen = new Set(dateTexts().map((text) => coerced(text, "date", "UTC")));
    expect([...seen].sort()).toEqual([
      "2016-06-20T00:00:00.000Z",
      "2016-06-20T17:26:00.000Z",
      "2016-06-20T17:26:44.000Z",
      "2016-06-20T17:26:44.356Z",
    ]);
  });
});
