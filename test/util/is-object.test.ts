import { expect, test } from "vitest";
import { isObject } from "../../src/util/is-object.ts";

test.for([{}, { a: 1 }, Object.create(null), new Date()])("%o is an object with keys", (value) => {
  expect(isObject(value)).toBe(true);
});

test.for([null, undefined, [], "x", 5, () => 1])("%o is none", (value) => {
  expect(isObject(value)).toBe(false);
});
