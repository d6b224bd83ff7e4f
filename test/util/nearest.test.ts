import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest, nearestOnes } from "../../src/util/nearest.ts";

const words = ["replace", "reverse", "remove", "round", "if", "ifempty", "formatDate"];

test.for([
  ["repalce", ["replace"]],
  ["REPLACE", ["replace"]],
  ["formatdate", ["formatDate"]],
  ["formtDate", ["formatDate"]],
  ["i", ["if"]],
  ["elephant", []],
  ["", []],
] as const)("`%s` is close to %j", ([word, expected]) => {
  expect(nearest(word, words)).toEqual(expected);
});

test("the closest comes first", () => {
  expect(nearest("lenght", ["lengths", "length"], 2)).toEqual(["length", "lengths"]);
});

test("no more are given than asked for", () => {
  expect(nearest("ab", ["aa", "bb", "ac", "ad"], 2)).toEqual(["aa", "bb"]);
});

test("all that are equally close are given together", () => {
  expect(nearestOnes("lnit", ["init", "lint", "link"])).toEqual(["init", "lint"]);
  expect(nearestOnes("complie", ["compile", "decompile"])).toEqual(["compile"]);
  expect(nearestOnes("deploy", ["init", "lint"])).toEqual([]);
});

test("a word is found again after a slip, whatever letters it is made of", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcxyzABCXYZéß09_:-"), minLength: 3, maxLength: 12 });
  const letter = fc.constantFrom(..."aQé7:");
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom("insert", "remove", "replace", "swap"),
      letter,
      (right, where, slip, other) => {
        const at = where % (right.length - 1);
        const [before, first, second, after] = [
          right.slice(0, at),
          right.charAt(at),
          right.charAt(at + 1),
          right.slice(at + 2),
        ];
        const wrong = {
          insert: `${other}${first}${second}`,
          remove: second,
          replace: `${other}${second}`,
          swap: `${second}${first}`,
        };
        expect(nearest(`${before}${wrong[slip]}${after}`, [right])).toEqual([right]);
      },
    ),
  );
});
