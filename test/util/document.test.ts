import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  breaks,
  type Document,
  firstFit,
  flat,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  piecesIn,
  printDocument,
  softLine,
  verbatim,
} from "../../src/util/document.ts";

const list = (...items: readonly Document[]): Document =>
  group(["[", indent([softLine, join(items, [",", line])]), ifBroken(","), softLine, "]"]);

describe("a document", () => {
  test.for<[string, Document, number, string]>([
    ["stays on one line when it fits to the last column", list("aa", "bb"), 8, "[aa, bb]"],
    ["is broken when it is one column too long", list("aa", "bb"), 7, "[\n  aa,\n  bb,\n]"],
    ["breaks the outermost group first", list(list("a", "b"), "c"), 10, "[\n  [a, b],\n  c,\n]"],
    [
      "breaks inner groups only where they do not fit",
      list(list("aaaa", "bbbb"), list("c")),
      10,
      "[\n  [\n    aaaa,\n    bbbb,\n  ],\n  [c],\n]",
    ],
    ["counts what follows a group on its line", [list("aa", "bb"), ".more"], 12, "[\n  aa,\n  bb,\n].more"],
    [
      "counts no further than to the next line",
      [list("aa", "bb"), hardLine, "far too long for this"],
      8,
      "[aa, bb]\nfar too long for this",
    ],
    [
      "is broken around a line break that no width avoids",
      list("a", ["b", hardLine, "c"]),
      80,
      "[\n  a,\n  b\n  c,\n]",
    ],
    ["is broken where its group says so", group(["{", indent([line, "a"]), line, "}"], true), 80, "{\n  a\n}"],
    ["is never broken where it is flat", flat(list("aaaa", "bbbb")), 3, "[aaaa, bbbb]"],
    ["is flat inside of what is flat, whatever its groups say", flat(group(["(", line, "a)"], true)), 80, "( a)"],
    ["keeps verbatim lines as they are", indent([hardLine, verbatim("a\n b\nc")]), 80, "\n  a\n b\nc"],
    ["is broken around verbatim lines", list(verbatim("a\nb"), "c"), 80, "[\n  a\nb,\n  c,\n]"],
    ["has no blanks in lines without text", ["a", indent([hardLine, hardLine, "b"])], 80, "a\n\n  b"],
    [
      "counts columns from the last line break of verbatim text",
      [verbatim("long enough\nab"), list("c", "d")],
      9,
      "long enough\nab[c, d]",
    ],
    ["puts what is there only when broken where it is broken", group(["a", ifBroken("!"), softLine, "b"]), 80, "ab"],
    ["without anything in it is nothing", [], 80, ""],
  ])("%s", ([, document, width, expected]) => {
    expect(printDocument(document, width)).toBe(expected);
  });
});

describe("the first of several ways that fits", () => {
  const way = firstFit("a long way", "shorter", "x");

  test.for<[number, string]>([
    [10, "a long way"],
    [9, "shorter"],
    [6, "x"],
    [0, "x"],
  ])("in a width of %i is %j", ([width, expected]) => {
    expect(printDocument(way, width)).toBe(expected);
  });

  test("is taken with its own broken groups broken", () => {
    const hugged = firstFit(["f(", group(["{", indent([line, "aaaaaaaa"]), line, "}"], true), ")"], "never");
    expect(printDocument(hugged, 12)).toBe("f({\n  aaaaaaaa\n})");
  });

  test("is the first one where nothing may be broken", () => {
    expect(printDocument(flat(way), 3)).toBe("a long way");
  });
});

test("line breaks that no width avoids are known", () => {
  expect([breaks("a"), breaks(list("a")), breaks([line]), breaks(flat([hardLine]))]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([breaks(hardLine), breaks(list(verbatim("a\nb"))), breaks(group("a", true))]).toEqual([true, true, true]);
  expect([breaks(firstFit("a", hardLine)), breaks(firstFit([hardLine], hardLine))]).toEqual([false, true]);
});

test("pieces are found by identity, wherever they stand", () => {
  const [here, twin, away] = [verbatim("a"), verbatim("a"), verbatim("b")];
  const found = piecesIn([group(indent([flat(here)])), firstFit("x", [twin])]);
  expect([found.has(here), found.has(twin), found.has(away)]).toEqual([true, true, false]);
});

describe("whatever is in a document,", () => {
  const anyDocument: fc.Arbitrary<Document> = fc.letrec<{ document: Document }>((tie) => {
    const inner = tie("document");
    return {
      document: fc.oneof(
        { maxDepth: 4 },
        fc.stringMatching(/^[a-z]{0,6}$/u),
        fc.constantFrom<Document>(line, softLine, hardLine, ifBroken(","), verbatim("v"), verbatim("v\nw")),
        fc.array(inner, { maxLength: 4 }),
        inner.map(indent),
        inner.map(flat),
        fc.tuple(inner, fc.boolean()).map(([document, broken]) => group(document, broken)),
        fc.tuple(inner, inner).map(([a, b]) => firstFit(a, b)),
      ),
    };
  }).document;
  const letters = (text: string): string => text.replaceAll(/[\s,]/gu, "");

  test("no line ends in blanks", () => {
    fc.assert(
      fc.property(anyDocument, fc.nat({ max: 30 }), (document, width) => {
        const printed = printDocument([document, "."], width);
        expect(printed.split("\n").filter((text) => /^ +$/u.test(text))).toEqual([]);
      }),
    );
  });

  test("one without alternatives has the same letters in every width", () => {
    fc.assert(
      fc.property(anyDocument, fc.nat({ max: 30 }), (document, width) => {
        fc.pre(!JSON.stringify(document).includes("first fit"));
        expect(letters(printDocument(document, width))).toBe(letters(printDocument(document, 1000)));
      }),
    );
  });
});

test("documents may nest deeper than the machine's stack", () => {
  let document: Document = "x";
  for (let depth = 0; depth < 20_000; depth++) document = ["(", document, ")"];
  expect(printDocument(document, 80)).toHaveLength(40_001);
});
