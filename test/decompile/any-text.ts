// Texts of every kind: names that try to be something else, and mappings of which Make makes what it can.

import fc from "fast-check";
import { functions } from "../../src/iml/functions.ts";

/** Names and texts that try to end the string, comment or line that they stand in, or to be a word of the language. */
export const HOSTILE: readonly string[] = [
  '"',
  "'",
  "`",
  "\\",
  '\\"',
  "\\u0022",
  "${globalThis.broken = 1}",
  "$",
  "$$",
  "{",
  "*/ globalThis.broken = 1; /*",
  "// no comment",
  '"); globalThis.broken = 1; ("',
  "`); globalThis.broken = 1; (`",
  "'); globalThis.broken = 1; ('",
  '"] = globalThis.broken = 1; x["',
  "\n",
  "\r\n",
  "\u2028",
  "\u2029",
  "\u0000",
  "\u001b[31m",
  "\u0085",
  "\ufeff",
  "\u202eright to left\u202c",
  "\u200b",
  "\ud800",
  "\udc00",
  "</script>",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  "at",
  "first",
  "length",
  "name",
];

const RESERVED =
  "class function return import export default await async yield let static eval arguments null true undefined NaN flow scenario raw iml coerce error inputs text key at http slack json".split(
    " ",
  );

const ORDINARY = [
  "Order",
  "order",
  "Order 2",
  "Order #2",
  "order2",
  "Send an e-mail!",
  "1st step",
  "2024",
  "名前",
  "Überprüfung",
  "e\u0301tape",
  "🚀",
  "🚀 Launch",
  "ß",
  "İ",
  "main › acme:act",
  "Otherwise",
  "Step",
];

const piece = fc.constantFrom(...HOSTILE);

/** Names as people and attackers give them. */
export const anyName: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ORDINARY) },
  { weight: 2, arbitrary: fc.constantFrom(...RESERVED) },
  { weight: 2, arbitrary: piece },
  { weight: 2, arbitrary: fc.array(fc.oneof(piece, fc.constantFrom(...ORDINARY)), { maxLength: 3 }).map(joined) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom("", " ", "\t \n", "\u00a0", "-", "x".repeat(5000), "🙂".repeat(300)) },
);

function joined(pieces: readonly string[]): string {
  return pieces.join("");
}

/** A key of an object; `__proto__` is refused where files are read. */
export const anyKey: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "b", "value", "items", "first name", "0", "10", "_x", "$", "ключ") },
  { weight: 1, arbitrary: anyName.filter((name) => name !== "__proto__" && name.length < 100) },
);

const KEYWORDS = "now timestamp true false null emptystring emptyarray ignore erase space executionId nothing".split(
  " ",
);
const VARIABLES = [
  "var.organization.rate",
  "var.team.`a b`",
  "var.scenario.url",
  "var.input.name",
  "var",
  "parameters.x",
];
const FIELDS =
  ".a .b .value .items .email .`first name` .`0` .a.b .items[].a .items[1].a .items[-1] .items[2] .items[{{1.a}}] .error.message .error .__proto__ .constructor .then .at .`*/` [1] .items[].items[].a .array .__IMTINDEX__ . ".split(
    " ",
  );
const OPERATORS = "+ - * / % = == === != !== < <= > >= & && | ||".split(" ");
const blank = fc.constantFrom("", "", "", " ", "  ", "\n");

/** Mostly of a module that stands far in front. */
const anyId = fc.constantFrom("1", "1", "1", "1", "2", "2", "3", "4", "5", "8", "12", "99");

/** The inside of a mapping: mostly as Make's editor writes it. */
export const anyExpression: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 3, arbitrary: fc.tuple(anyId, fc.constantFrom("", ...FIELDS)).map(joined) },
      fc.constantFrom(...KEYWORDS),
      fc.constantFrom(...VARIABLES, "`1`", "1.5", "007", "1.50", '"text"', "'single'", '"with ""quotes"""', "x"),
      piece.map((text) => `"${text.replaceAll('"', '""')}"`),
      fc
        .tuple(
          fc.constantFrom(...functions.keys(), "myFunction", "if", "map", "formatDate"),
          fc.array(fc.oneof({ weight: 5, arbitrary: inner }, fc.constant("")), { maxLength: 4 }),
          blank,
        )
        .map(([name, args, gap]) => `${name}(${args.join(`${gap};${gap}`)})`),
      fc.tuple(inner, blank, fc.constantFrom(...OPERATORS), blank, inner).map(joined),
      fc.tuple(fc.constantFrom("-", "!"), inner).map(joined),
      fc.tuple(fc.constant("("), inner, fc.constant(")"), fc.constantFrom("", "", ".length", "[1]")).map(joined),
      fc.constantFrom("", "(", "f(", "1.", "?", "“x”", "[", "a b"),
    ),
  };
}).expression;

/** A text of a field, with mappings in it or without. */
export const anyFieldText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: anyExpression.map((inner) => `{{${inner}}}`) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.oneof(
          anyExpression.map((inner) => `{{${inner}}}`),
          fc.constantFrom("text", " ", "\n", "{", "}", "}}", "{{", "{{}}", "{{ }}", "`", "$", "${", "\\"),
          piece,
        ),
        { maxLength: 5 },
      )
      .map(joined),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("", "true", "false", "12", "1.50", "1e3", "-0", "[1, 2]", '{"a": 1}', "a,b"),
  },
  { weight: 2, arbitrary: anyName },
);

/** Any JSON that a field may hold. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    anyFieldText,
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, 5),
    fc.array(tie("value"), { maxLength: 3 }),
    objectOf(anyKey, tie("value"), 3),
  ),
})).value;

/** Objects as JSON makes them: every key is their own. */
export function objectOf<T>(
  key: fc.Arbitrary<string>,
  value: fc.Arbitrary<T>,
  maxLength = 4,
): fc.Arbitrary<Readonly<Record<string, T>>> {
  return fc.array(fc.tuple(key, value), { maxLength }).map((entries) => Object.fromEntries(entries));
}
