import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regexCost } from "../../src/iml/backtracking.ts";

describe("a regular expression", () => {
  test.for<[string, string?]>([
    ["(a+)+$"],
    ["(a*)*b"],
    ["(a|a)*b"],
    ["(a|ab|b)*c"],
    ["(\\s*\\w+)*$"],
    ["(\\w+\\s?)*$"],
    ["(.*,)*x"],
    ["(\\d{1,3})+$"],
    ["^(([a-z])+.)+[A-Z]([a-z])+$"],
    ["(x+x+)+y"],
    ["(?=(a+)+$)"],
    ["(?:a{1,30}){1,30}$"],
    ["(.|\\s)*x"],
    ["([a-z]|[A-Z])*1", "i"],
    ["(\\p{L}|\\p{Script=Greek})*!", "u"],
    ["(\\u0430|[а-я])*!"],
    ["(?<all>[[a-z]--x]+|b)*$", "v"],
  ])("`%s` may run forever", ([source, flags = ""]) => {
    expect(regexCost(source, flags).isExplosive).toBe(true);
  });

  test.for<[string, string?]>([
    ["a"],
    [""],
    ["<[^>]+>", "g"],
    ["(a|ab)*c"],
    ["([a-z]+-)*x"],
    ["(?:[^,]*,)*"],
    ["\\d+\\d+"],
    ["(\\d{3})+$"],
    ["(\\S+\\s+)*$"],
    ["(.|\\n)*?x"],
    ['"([^"\\\\]|\\\\.)*"'],
    ["^([\\w.-]+)@([\\w-]+\\.)+[a-z]{2,}$", "i"],
    ["([a-z]|[A-Z])*1"],
    ["[(a+)+]+"],
    ["\\(a+\\)+"],
    ["(?<=(a))b|\\1c"],
  ])("`%s` comes to an end", ([source, flags = ""]) => {
    expect(regexCost(source, flags).isExplosive).toBe(false);
  });

  test.for([
    ["abc", 10, 10],
    ["a+", 10, 100],
    ["a+b*c{2,}", 10, 10_000],
    ["a?b?(c|d)", 10, 80],
    ["a{1,4}", 10, 80],
    ["(?:a?){50}", 10, 2 ** 50 * 10],
  ] as const)("`%s` takes at most so many steps on %i characters", ([source, length, steps]) => {
    expect(regexCost(source, "").steps(length)).toBeGreaterThanOrEqual(steps);
  });

  test.for(["((((a{10}){10}){10}){10}){10}", "a".repeat(2000), `(?:${Array(50).fill("a").join("|")})*`])(
    "that is too large to be looked into takes as many as there are: %#",
    (source) => {
      expect(regexCost(source, "")).toMatchObject({ isExplosive: false });
      expect(regexCost(source, "").steps(2)).toBe(Number.POSITIVE_INFINITY);
    },
  );

  const PIECES =
    "a b . \\d \\w [a-z] [^x] ( (?: (?= (?<n> ) | * + ? *? {2} {1,3} {5,} {,3} ^ $ \\b \\1 \\k<n> \\u0041 \\u{61} \\p{L} [ ] { } \\ - , é 🙂 [[] []] [^] \\c \\x4";
  const pattern = fc.array(fc.constantFrom(...PIECES.split(" ")), { maxLength: 14 }).map((pieces) => pieces.join(""));

  test("is looked into soon, whatever it is", () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom("", "i", "u", "v", "s", "g"), (source, flags) => {
        try {
          new RegExp(source, flags);
        } catch {
          return;
        }
        expect(regexCost(source, flags).steps(1)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });
});
