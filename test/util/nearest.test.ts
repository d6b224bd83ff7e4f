import { expect, test } from "vitest";
import { nearest } from "../../src/util/nearest.ts";

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
