import fc from "fast-check";
import { expect, test } from "vitest";
import { type BoundName, boundsOf, crossedBounds, isStep, isWithin } from "../../../src/catalog/hitl/bounds.ts";

test.for<[BoundName, Record<string, unknown>, number | undefined, number | undefined]>([
  ["length", { max_length: 500 }, 0, 500],
  ["length", {}, 0, undefined],
  ["selections", { max_selections: 2 }, undefined, 2],
  ["scale", { scale_max: 5 }, 1, 5],
  ["scale", { min: 0, max_value: 10 }, 0, 10],
  ["scale", { scale_max: 5, max: 10 }, 1, 5],
  ["scale", { scale_max: "{{1.max}}", max: 10 }, 1, undefined],
  ["scale", { scale_min: "1", scale_max: 5 }, undefined, 5],
  ["scale", { scale_min: null, scale_max: 5 }, 1, 5],
  ["range", { max_value: 5 }, undefined, 5],
  ["range", { min: -1, max: 5 }, -1, 5],
])("the %s of %j is known as far as it is certain", ([name, config, min, max]) => {
  expect(boundsOf(name, config)).toEqual({ min, max });
});

test.for<[BoundName, Record<string, unknown>, boolean]>([
  ["length", { min_length: 6, max_length: 5 }, true],
  ["length", { min_length: 5, max_length: 5 }, false],
  ["selections", { min_selections: 5, max_selections: 5 }, false],
  ["scale", { scale_min: 5, scale_max: 5 }, true],
  ["scale", { scale_max: 1 }, true],
  ["range", { min_value: 5, max_value: 5 }, true],
  ["range", { min_value: 5, max_value: 6 }, false],
  ["range", { max_value: -5 }, false],
  ["range", { min_value: "{{1.min}}", max_value: -5 }, false],
])("the %s of %j may or may not be crossed", ([name, config, crossed]) => {
  expect(crossedBounds(name, config)).toEqual(crossed ? boundsOf(name, config) : undefined);
});

test("a number keeps the bounds that are known", () => {
  expect(isWithin({ min: 1, max: 5 }, 1)).toBe(true);
  expect(isWithin({ min: 1, max: 5 }, 5.1)).toBe(false);
  expect(isWithin({ min: 1, max: undefined }, 0)).toBe(false);
  expect(isWithin({ min: undefined, max: undefined }, 1e9)).toBe(true);
});

test("decimal steps are found although floating point does not have them", () => {
  const cents = fc.integer({ min: 1, max: 1_000 });
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000 }), cents, (count, step) => {
      expect(isStep((count * step) / 100, step / 100)).toBe(true);
      expect(isStep((count * step) / 100 + step / 200, step / 100)).toBe(false);
    }),
  );
});
