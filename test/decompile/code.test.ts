import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Code,
  callCode,
  dataCode,
  functionCode,
  keyCode,
  listCode,
  longTextCode,
  memberCode,
  objectCode,
  templateCode,
  textCode,
} from "../../src/decompile/code.ts";
import { flat, printDocument } from "../../src/util/document.ts";
import { anyKey, anyValue, HOSTILE } from "./any-text.ts";

const print = (code: Code, width = 40): string => printDocument(code, width);

/** What JavaScript makes of an expression. It is made by the code under test of texts that a test has chosen. */
const evaluate = (code: Code): unknown => new Function(`"use strict"; return (${print(code)});`)();

describe("a text", () => {
  test.for<[string, string]>([
    ["plain", '"plain"'],
    ["it's", `"it's"`],
    ['"a" and "b"', `'"a" and "b"'`],
    [`"a" isn't`, `'"a" isn\\'t'`],
    [`"a" isn't 'b'`, `"\\"a\\" isn't 'b'"`],
    ["back\\slash", '"back\\\\slash"'],
    ["a\nb\tc\rd", '"a\\nb\\tc\\rd"'],
    ["`${x}`", '"`${x}`"'],
    ["\u0000\u001b\u007f\u0085", '"\\u0000\\u001b\\u007f\\u0085"'],
    ["\u2028\u2029\u202e\ufeff\u200b\u00ad", '"\\u2028\\u2029\\u202e\\ufeff\\u200b\\u00ad"'],
    ["\ud800 \udc00", '"\\ud800 \\udc00"'],
    ["🙂 é 名", '"🙂 é 名"'],
  ])("%j is written as %s", ([text, expected]) => {
    expect(textCode(text)).toBe(expected);
    expect(evaluate(textCode(text))).toBe(text);
  });

  test("is what it was, whatever is in it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE)), (text) => {
        expect(evaluate(textCode(text))).toBe(text);
        expect(evaluate(longTextCode(text))).toBe(text);
        expect(evaluate(longTextCode(`${text}${"x".repeat(70)}\ny`))).toBe(`${text}${"x".repeat(70)}\ny`);
      }),
    );
  });

  test("of several lines stands as it is when it is long", () => {
    const text = `First line\n\n  ${"second ".repeat(10)}`;
    expect(print(longTextCode(text))).toBe(`\`${text}\``);
    expect(longTextCode("a\nb")).toBe('"a\\nb"');
    expect(longTextCode(`${"x".repeat(80)}\n`)).toBe(`"${"x".repeat(80)}\\n"`);
  });
});

describe("a template", () => {
  test.for<[readonly (string | { readonly value: Code })[], string]>([
    [["Hello ", { value: "name" }, "!"], "iml`Hello ${name}!`"],
    [["`", "\\", "${x}", "$"], "iml`\\`\\\\\\${x}$`"],
    [["$", { value: "price" }], "iml`\\$${price}`"],
    [["a\nb\r\u2028"], "iml`a\nb\\r\\u2028`"],
  ])("%j is written as it reads", ([pieces, expected]) => {
    expect(print(templateCode("iml", pieces))).toBe(expected);
  });

  test("gives its tag the very texts and values", () => {
    const piece = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("$", "${", "`", "\\", ...HOSTILE));
    fc.assert(
      fc.property(piece, piece, fc.nat(), (before, behind, value) => {
        const code = templateCode("((strings, value) => [...strings, value])", [
          before,
          { value: String(value) },
          behind,
        ]);
        expect(evaluate(code)).toEqual([before, behind, value]);
      }),
    );
  });

  test("keeps its values on its line", () => {
    const call = callCode("fn.join", [listCode(["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbb", "cccccccccc"])]);
    expect(print(templateCode("iml", ["x", { value: call }]), 20)).toBe(`iml\`x\${${printDocument(flat(call), 0)}}\``);
  });
});

describe("the name of a property", () => {
  test.for([
    ["name", "name", "o.name"],
    ["class", "class", "o.class"],
    ["$a_1", "$a_1", "o.$a_1"],
    ["ключ", "ключ", "o.ключ"],
    ["first name", '"first name"', 'o["first name"]'],
    ["0", '"0"', 'o["0"]'],
    ["", '""', 'o[""]'],
    ["a-b", '"a-b"', 'o["a-b"]'],
    ["𠀋", '"𠀋"', 'o["𠀋"]'],
    ["a\u200d", '"a\\u200d"', 'o["a\\u200d"]'],
    ['"]; x', `'"]; x'`, `o['"]; x']`],
  ] as const)("%j is written as %s, and read as %s", ([name, key, member]) => {
    expect(keyCode(name)).toBe(key);
    expect(print(memberCode("o", name))).toBe(member);
  });
});

describe("an object", () => {
  test.for<[string, Code, string]>([
    ["without properties", objectCode([]), "{}"],
    ["with constants of the same name", objectCode([{ name: "order", value: "order" }]), "{ order }"],
    [
      "with a literal of the same name",
      objectCode([
        { name: "true", value: "true" },
        { name: "null", value: "null" },
      ]),
      "{ true: true, null: null }",
    ],
    [
      "with a text of the same name",
      objectCode([
        { name: "", value: '""' },
        { name: "a b", value: '"a b"' },
      ]),
      '{ "": "", "a b": "a b" }',
    ],
    ["that sets no prototype", objectCode([{ name: "__proto__", value: "1" }]), '{ ["__proto__"]: 1 }'],
    [
      "that is too long",
      objectCode([
        { name: "aaaaaaaaaa", value: "1111111111" },
        { name: "bbbbbbbbbb", value: "2222222222" },
      ]),
      "{\n  aaaaaaaaaa: 1111111111,\n  bbbbbbbbbb: 2222222222,\n}",
    ],
    [
      "whose text does not fit behind its name",
      objectCode([{ name: "description", value: textCode("x".repeat(38)) }]),
      `{\n  description:\n    "${"x".repeat(38)}",\n}`,
    ],
  ])("%s", ([, code, expected]) => {
    expect(print(code)).toBe(expected);
  });

  test("has a prototype of its own only where JavaScript says so", () => {
    const made = evaluate(dataCode(JSON.parse('{ "__proto__": { "a": 1 }, "b": 2 }'))) as object;
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect(Object.keys(made)).toEqual(["__proto__", "b"]);
  });
});

test("a list of several objects with several properties has a line for each", () => {
  const pair = objectCode([
    { name: "a", value: "1" },
    { name: "b", value: "2" },
  ]);
  expect(print(listCode([pair, pair]))).toBe("[\n  { a: 1, b: 2 },\n  { a: 1, b: 2 },\n]");
  expect(print(listCode([pair]))).toBe("[{ a: 1, b: 2 }]");
  expect(print(listCode([]))).toBe("[]");
});

describe("a call", () => {
  const long = objectCode([
    { name: "first", value: "1111111111" },
    { name: "second", value: "2222222222" },
  ]);
  test.for<[string, Code, string]>([
    ["without arguments", callCode("f", []), "f()"],
    ["that fits", callCode("f", ["a", "b"]), "f(a, b)"],
    [
      "that does not fit",
      callCode("function", ["aaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbb"]),
      "function(\n  aaaaaaaaaaaaaaaaaaaa,\n  bbbbbbbbbbbbbbbbbbbb,\n)",
    ],
    [
      "keeps the brace of its last argument on the line",
      callCode("f", ['"name"', long]),
      'f("name", {\n  first: 1111111111,\n  second: 2222222222,\n})',
    ],
    [
      "does not where what stands in front needs lines itself",
      callCode("f", [long, long]),
      "f(\n  { first: 1111111111, second: 2222222222 },\n  { first: 1111111111, second: 2222222222 },\n)",
    ],
    [
      "keeps a function on the line",
      callCode("f", ['"name"', functionCode(["flow"], ["a;", "b;"])]),
      'f("name", (flow) => {\n  a;\n  b;\n})',
    ],
    [
      "puts all on lines of their own when something follows a function",
      callCode("f", [functionCode([], ["a;"]), "{}"]),
      "f(\n  () => {\n    a;\n  },\n  {},\n)",
    ],
  ])("%s", ([, code, expected]) => {
    expect(print(code, 44)).toBe(expected);
  });
});

describe("data", () => {
  test.for<[unknown, string]>([
    [null, "null"],
    [true, "true"],
    [-0, "-0"],
    [1e21, "1e+21"],
    [2n ** 64n, "18446744073709551616n"],
    [[], "[]"],
    [{ a: [1, "x", { b: null }] }, '{ a: [1, "x", { b: null }] }'],
  ])("%o is written as %s", ([value, expected]) => {
    expect(print(dataCode(value))).toBe(expected);
  });

  test("is what it was", () => {
    fc.assert(
      fc.property(fc.tuple(anyKey, anyValue), ([key, value]) => {
        const data = { [key]: value };
        expect(evaluate(dataCode(data))).toEqual(data);
      }),
    );
  });
});
