import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Budget } from "../../src/iml/limits.ts";
import { isFound, parseSearch, replaceMatches } from "../../src/iml/regular-expression.ts";
import { expressionValue } from "./evaluating.ts";

test.for([
  ["/a/", "a", ""],
  ["/a\\/b/gi", "a\\/b", "gi"],
  ["/\n/s", "\n", "s"],
] as const)("`%s` is a regular expression", ([search, source, flags]) => {
  expect(parseSearch(search)).toEqual({ source, flags });
});

test.for(["a", "//", "/a", "a/", "/a/x", "/usr/bin", ""])("`%s` is a plain text", (search) => {
  expect(parseSearch(search)).toBeUndefined();
});

describe("replacing", () => {
  const replaced = (text: string, source: string, flags: string, replacement: string) =>
    replaceMatches(text, { source, flags }, replacement, new Budget());

  test("is what JavaScript does, whatever the replacement is", () => {
    const piece = fc.constantFrom(
      "$",
      "$$",
      "$&",
      "$`",
      "$'",
      "$0",
      "$1",
      "$2",
      "$3",
      "$01",
      "$10",
      "$12",
      "$99",
      "x",
      "1",
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", "c") }),
        fc.constantFrom("a", "(a)(b)?", "b|(c)", "", "(?:a)"),
        fc.constantFrom("", "g", "y"),
        fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("")),
        (text, source, flags, replacement) => {
          expect(replaced(text, source, flags, replacement)).toBe(text.replace(new RegExp(source, flags), replacement));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("in a long text is stopped only if it takes long", () => {
    const html = `<p class="a">${"text ".repeat(5000)}</p>`;
    expect(replaced(html, "<[^>]+>", "g", "")).toBe("text ".repeat(5000));
    expect(isFound(html, { source: "TEXT\\s+</p>$", flags: "i" }, new Budget())).toBe(true);
    expect(isFound(html, { source: "\\d+,\\d+", flags: "" }, new Budget())).toBe(false);
    expect(() => replaced("a".repeat(50_000), "a*a*b", "", "")).toThrow("Script execution timed out after 300ms");
  });

  test("of many choices is stopped as well", () => {
    const pattern = "^(?:a?){30}a{30}$";
    expect(replaced("a".repeat(45), pattern, "", "b")).toBe("b");
    expect(() => replaced(`${"a".repeat(45)}b`, pattern, "", "")).toThrow("timed out");
  });

  test("with names for groups fails as it does in production", () => {
    expect(expressionValue('replace("2026"; "/(?<year>\\d+)/"; "$1")')).toContain("finished with error!");
  });

  test("that could run forever is refused", () => {
    expect(expressionValue('replace("a"; "/(a+)+b/"; "")')).toContain("'/(a+)+b/' may run forever");
  });
});
