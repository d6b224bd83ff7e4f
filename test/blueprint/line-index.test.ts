import { expect, test } from "vitest";
import { createLineIndex } from "../../src/blueprint/line-index.ts";

const text = "ab\ncd\r\n\r\né😀f\rg";

test.for<[string, number, string]>([
  ["a", 1, "1:1–1:2"],
  ["b\nc", 3, "1:2–2:2"],
  ["\r\n", 2, "2:3–3:1"],
  ["😀", 2, "4:2–4:4"],
  ["f", 1, "4:4–4:5"],
  ["g", 0, "5:1–5:1"],
  ["g", 1, "5:1–5:2"],
])("%j stands on the line and in the column that an editor shows", ([part, length, expected]) => {
  const start = text.indexOf(part);
  const span = createLineIndex(text)(start, start + length);
  expect(`${span.line}:${span.column}–${span.endLine}:${span.endColumn}`).toBe(expected);
});

test("an empty text has one place", () => {
  expect(createLineIndex("")(0, 0)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 });
});
