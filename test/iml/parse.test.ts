import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression, Range, Template } from "../../src/iml/ast.ts";
import { parseTemplate } from "../../src/iml/parse.ts";
import { printExpression } from "../../src/iml/print.ts";
import { childrenOf, walkTemplate } from "../../src/iml/walk.ts";
import { jumbledTemplate, meaningOf } from "./arbitraries.ts";
import { corpusTexts, hasCorpus } from "./corpus.ts";
import { hasVectors, publishedExamples, wildTemplates } from "./vectors.ts";

/** The tree of the only mapping of a text that has no problem. */
function parse(expression: string): Expression {
  const { template, problems } = parseTemplate(`{{${expression}}}`);
  expect(problems).toEqual([]);
  const [part] = template.parts;
  if (part?.kind !== "mapping" || part.expression === undefined) throw new Error("No expression");
  return part.expression;
}

/** Fully parenthesized, so that the shape of the tree can be read. */
function shape(expression: Expression): string {
  if (expression.kind === "binary") {
    return `(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`;
  }
  if (expression.kind === "unary") return `(${expression.operator}${shape(expression.operand)})`;
  return expression.kind === "group" ? shape(expression.expression) : printExpression(expression);
}

describe("a text", () => {
  test("without a mapping is one part", () => {
    expect(parseTemplate("a }} b")).toEqual({
      template: { parts: [{ kind: "text", text: "a }} b", range: { start: 0, end: 6 } }] },
      problems: [],
    });
  });

  test("that is empty has no part", () => {
    expect(parseTemplate("").template.parts).toEqual([]);
  });

  test("keeps what stands around its mappings", () => {
    const { parts } = parseTemplate("Hi {{1.name}}, {{now}}!").template;
    expect(parts.map((part) => (part.kind === "text" ? part.text : part.range))).toEqual([
      "Hi ",
      { start: 3, end: 13 },
      ", ",
      { start: 15, end: 22 },
      "!",
    ]);
  });

  test("may hold a mapping without an expression", () => {
    expect(parseTemplate("{{ }}").template.parts).toEqual([
      { kind: "mapping", expression: undefined, range: { start: 0, end: 5 }, after: " " },
    ]);
  });
});

describe("an expression", () => {
  test.for([
    ['"say ""hi"""', { kind: "string", value: 'say "hi"' }],
    [String.raw`"a\n"`, { kind: "string", value: String.raw`a\n` }],
    ['"}}"', { kind: "string", value: "}}" }],
    ["'a \"\" b'", { kind: "string", value: 'a "" b' }],
    ["1", { kind: "number", value: 1 }],
    ["1.50", { kind: "number", value: 1.5 }],
    ["now", { kind: "reference", root: { kind: "name", name: "now" }, path: [] }],
    ["`1`", { kind: "reference", root: { kind: "module", id: 1 }, path: [] }],
    ["`My field`", { kind: "reference", root: { kind: "name", name: "My field" }, path: [] }],
    [
      "3.customer.`E-mail}} (1.2)`",
      {
        kind: "reference",
        root: { kind: "module", id: 3 },
        path: [
          { kind: "property", name: "customer" },
          { kind: "property", name: "E-mail}} (1.2)" },
        ],
      },
    ],
    [
      "1.2.name",
      {
        kind: "reference",
        root: { kind: "module", id: 1 },
        path: [
          { kind: "property", name: "2" },
          { kind: "property", name: "name" },
        ],
      },
    ],
    [
      "2[].a[-1]",
      {
        kind: "reference",
        root: { kind: "module", id: 2 },
        path: [
          { kind: "index", index: undefined },
          { kind: "property", name: "a" },
          { kind: "index", index: { kind: "unary", operator: "-", operand: { kind: "number", value: 1 } } },
        ],
      },
    ],
    [
      "a[3.n]",
      {
        kind: "reference",
        root: { kind: "name", name: "a" },
        path: [
          {
            kind: "index",
            index: {
              kind: "reference",
              root: { kind: "module", id: 3 },
              path: [{ kind: "property", name: "n" }],
            },
          },
        ],
      },
    ],
    ["escapeJSON()", { kind: "call", name: "escapeJSON", args: [] }],
    ["ifempty(; )", { kind: "call", name: "ifempty", args: [{ kind: "empty" }, { kind: "empty" }] }],
    [
      "first(2).`a b`[1]",
      {
        kind: "member",
        object: { kind: "call", name: "first", args: [{ kind: "number", value: 2 }] },
        path: [
          { kind: "property", name: "a b" },
          { kind: "index", index: { kind: "number", value: 1 } },
        ],
      },
    ],
  ] as const)("`%s` is read for what it means", ([text, meaning]) => {
    expect(meaningOf(parse(text))).toEqual(meaning);
  });

  test.for([
    ["1 + 2 * 3", "(1 + (2 * 3))"],
    ["1 - 2 - 3", "((1 - 2) - 3)"],
    ["(1 - 2) * 3", "((1 - 2) * 3)"],
    ["1.activo & length(4.texto) = 0", "(1.activo & (length(4.texto) = 0))"],
    ["a | b & c", "(a | (b & c))"],
    ["a || b && c", "(a || (b && c))"],
    ["a < b = c > d", "((a < b) = (c > d))"],
    ["-1.n + !a % 2", "((-1.n) + ((!a) % 2))"],
    ["indexOf(a; b) != -1", "(indexOf(a; b) != (-1))"],
    ['1.n * 7 - formatDate(now; "E")', '((1.n * 7) - formatDate(now; "E"))'],
  ] as const)("`%s` binds as `%s`", ([text, expected]) => {
    expect(shape(parse(text))).toBe(expected);
  });

  test("keeps its details only where they differ from the editor's style", () => {
    expect(parse("f(a; 1 + `b`)")).toEqual({
      kind: "call",
      name: "f",
      args: [
        {
          kind: "reference",
          root: { kind: "name", name: "a", range: { start: 4, end: 5 } },
          path: [],
          range: { start: 4, end: 5 },
        },
        {
          kind: "binary",
          operator: "+",
          left: { kind: "number", value: 1, range: { start: 7, end: 8 } },
          right: {
            kind: "reference",
            root: { kind: "name", name: "b", quoted: true, range: { start: 11, end: 14 } },
            path: [],
            range: { start: 11, end: 14 },
          },
          range: { start: 7, end: 14 },
          operatorRange: { start: 9, end: 10 },
        },
      ],
      range: { start: 2, end: 15 },
      nameRange: { start: 2, end: 3 },
    });
  });
});

/** What each problem is and which part of the text it points at. */
const problemsOf = (text: string) =>
  parseTemplate(text).problems.map(({ code, range }) => `${code} at ${text.slice(range.start, range.end)}`);

describe("what cannot be read", () => {
  test.for([
    ["Hi {{1.name", ["unclosed-mapping at {{"]],
    ['{"a": {{1.b}', ["unclosed-mapping at {{"]],
    ["{{{{33.`0`}}}}", ["doubled-braces at {{{{"]],
    ["{{if(1.a; {{2.b}}; 3)}}", ["nested-mapping at {{"]],
    ['{{formatDate(now, "YYYY")}}', ["comma-separator at ,"]],
    ["{{formatNumber(1.n; 2; ,; .)}}", ["comma-separator at ,", "unexpected-character at ."]],
    ["{{1.a, 2.b}}", ["unexpected-character at ,"]],
    ["{{1.a; 2.b}}", ["unexpected-character at ;"]],
    ['{{1.a ? "b" : "c"}}', ["unknown-operator at ?"]],
    ["{{1.a ?? 0}}", ["unknown-operator at ??"]],
    ["{{“a” + 1.b}}", ["smart-quotes at “a”"]],
    ['{{formatDate(now; \\"YYYY\\")}}', ['backslash at \\"YYYY\\"']],
    ['{{formatDate(now; \\ + "YYYY\\")}}', ["backslash at \\"]],
    ['{{map(1.a; "b"; {"name": item})}}', ['object-literal at {"name": item}']],
    ["{{contains([6, 18]; 1.n)}}", ["array-literal at [6, 18]"]],
    ["{{1.a and 2.b or 3.c}}", ["infix-word at and"]],
    ["{{if(not 1.a; 1; 2)}}", ["infix-word at not"]],
    ["{{7 mod 2}}", ["infix-word at mod"]],
    ["{{4.First Name}}", ["missing-operator at Name"]],
    ["{{1.a 2.b}}", ["missing-operator at 2"]],
    ["{{1.items.map(x)}}", ["method-call at 1.items.map"]],
    ["{{first(1.a).trim()}}", ["method-call at first(1.a).trim"]],
    ["{{1.a + }}", ["missing-operand at +"]],
    ["{{* 2}}", ["missing-operand at *"]],
    ["{{1.a <> 2}}", ["missing-operand at >"]],
    ["{{()}}", ["missing-operand at ()"]],
    ["{{4.<field>}}", ["missing-operand at ."]],
    ["{{1.2nd}}", ["unquoted-name at 2nd"]],
    ["{{if(contains(1.a; 2.b; 3)}}", ["unclosed-bracket at if("]],
    ["{{if(a[1; 2)}}", ["unclosed-bracket at ["]],
    ["{{lower(1.a))}}", ["unmatched-bracket at )"]],
    ['{{lower("a)}} and {{1.b}}', ['unclosed-quote at "']],
    ["{{1.`a}} and {{1.b}}", ["unclosed-quote at `"]],
    ["{{1.a @ 2}}", ["unexpected-character at @"]],
  ] as const)("`%s` is told with its place: %j", ([text, expected]) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test("leaves the rest of the field readable", () => {
    const text = "{{f(1.a ? 2 : 3; [4]; 5.b)}} {{6 and 7}} {{8.c}}";
    expect(problemsOf(text)).toEqual(["unknown-operator at ?", "array-literal at [4]", "infix-word at and"]);
    const invalid: string[] = [];
    walkTemplate(parseTemplate(text).template, (expression) => {
      if (expression.kind === "invalid") invalid.push(expression.text);
    });
    expect(invalid).toEqual(["1.a ? 2 : 3", "[4]", "6 and 7"]);
  });

  test.for([
    ["parentheses", "(", ")"],
    ["calls", "f(", ")"],
    ["unclosed calls", "f(", ""],
    ["indexes", "a[", "]"],
    ["signs", "-", ""],
    ["operators", "1+", ""],
  ] as const)("ten thousand %s are one problem", ([, open, close]) => {
    const text = `{{${open.repeat(10_000)}1${close.repeat(10_000)}}}`;
    const { template, problems } = parseTemplate(text);
    expect(problems.map(({ code }) => code)).toEqual(["too-complex"]);
    expect(template.parts).toMatchObject([{ expression: { kind: "invalid", text: text.slice(2, -2) } }]);
  });
});

describe("ranges", () => {
  const contains = (outer: Range, inner: Range) => outer.start <= inner.start && inner.end <= outer.end;

  function checkRanges(text: string, template: Template): void {
    let end = 0;
    for (const part of template.parts) {
      expect(part.range?.start).toBe(end);
      end = part.range?.end ?? Number.NaN;
    }
    expect(end).toBe(text.length);
    walkTemplate(template, (expression) => {
      const range = expression.range ?? { start: Number.NaN, end: Number.NaN };
      expect(printExpression(expression)).toBe(text.slice(range.start, range.end));
      let previous = range.start;
      for (const child of childrenOf(expression)) {
        expect(contains(range, child.range ?? { start: -1, end: -1 })).toBe(true);
        expect(child.range?.start).toBeGreaterThanOrEqual(previous);
        previous = child.range?.end ?? Number.NaN;
      }
    });
  }

  test.for(["Hi {{ if( 1.a[ 2 ].b=-1;; \"x\" ) }}, {{f (g(1) . h ; 'i')}}", "{{a and b}} {{f([1]; -(2 + x))}}"])(
    "nest, and cover the text they stand for: %s",
    (text) => {
      checkRanges(text, parseTemplate(text).template);
    },
  );

  test("nest whatever the text is", () => {
    fc.assert(
      fc.property(jumbledTemplate, (text) => {
        const { template, problems } = parseTemplate(text);
        checkRanges(text, template);
        for (const { range } of problems) expect(contains({ start: 0, end: text.length }, range)).toBe(true);
      }),
    );
  });
});

describe.skipIf(!hasVectors)("published expressions (needs ../shared/vectors)", () => {
  test("are all read", () => {
    const wild = wildTemplates();
    const examples = publishedExamples().map(({ expr }) => `{{${expr}}}`);
    expect(wild.length + examples.length).toBeGreaterThan(400);
    expect([...wild, ...examples].filter((text) => parseTemplate(text).problems.length > 0)).toEqual([]);
  });
});

describe.skipIf(!hasCorpus)("exported scenarios (needs ../shared/corpus)", () => {
  test("hold nothing unreadable but what their authors got wrong", () => {
    const found = new Map<string, string[]>();
    for (const { isExport, isMapped, file, text } of corpusTexts()) {
      if (!isExport || !isMapped) continue;
      for (const { code } of parseTemplate(text).problems) found.set(code, [...(found.get(code) ?? []), file]);
    }
    const files = Object.fromEntries([...found].map(([code, list]) => [code, [...new Set(list)].sort()]));
    expect(files).toEqual({
      backslash: ["0002", "0003", "0071", "0076", "0241"],
      "comma-separator": ["0073"],
      "doubled-braces": ["0242"],
    });
  });
});
