import { expect, test } from "vitest";
import { escapeXml, harmless } from "../../src/render/harmless.ts";

test.for([
  ["  two\n\twords ", "two words"],
  ["\u001b[31mred\u0007", "[31mred"],
  ["right \u202eto left\u2066", "right to left"],
  ["\ud800 and \udc00 and \ufffe", "\ufffd and \ufffd and \ufffd"],
  ["👩 stays", "👩 stays"],
])("%j is drawn as %j", ([text = "", drawn]) => {
  expect(harmless(text)).toBe(drawn);
});

test("what markup is made of is written as text", () => {
  expect(escapeXml(`<a b='c' d="e">&amp;</a>`)).toBe("&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;amp;&lt;/a&gt;");
});
