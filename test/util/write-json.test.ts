import fc from "fast-check";
import { expect, test } from "vitest";
import { writeJson } from "../../src/util/write-json.ts";

test("a value is written like JSON.stringify does, and a bigint by its digits", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("", "  "), (value, indent) => {
      expect(writeJson(value, indent)).toBe(JSON.stringify(value, null, indent));
      const beside = (last: unknown): unknown => ({ value, list: [value, undefined], gone: undefined, last });
      expect(writeJson(beside(7n), indent)).toBe(JSON.stringify(beside(7), null, indent));
    }),
  );
  expect(writeJson([12345678901234567890n])).toBe("[12345678901234567890]");
});

test("what JSON cannot hold is an error as ever", () => {
  const circle: unknown[] = [];
  circle.push(circle);
  expect(() => writeJson(circle)).toThrow();
});
