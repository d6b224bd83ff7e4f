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
