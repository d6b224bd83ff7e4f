import { expect, test } from "vitest";
import { parseTemplate } from "../../src/iml/parse.ts";
import { parseOnce } from "../../src/iml/parse-once.ts";

test("a text is parsed once, as it is parsed", () => {
  const text = "Order {{1.order.id}}: {{upper(1.status)}} {{oops(}}";
  expect(parseOnce(text)).toEqual(parseTemplate(text));
  expect(parseOnce(text)).toBe(parseOnce(text));
});

test("what was parsed is forgotten before it takes much memory", () => {
  const first = parseOnce("{{1.first}}");
  for (let index = 0; index < 300; index++) parseOnce(`{{${index}.${"a".repeat(1_000)}}}`);
  expect(parseOnce("{{1.first}}")).not.toBe(first);
  expect(parseOnce("{{1.first}}")).toEqual(first);
});
