import fc from "fast-check";
import { expect, test } from "vitest";
import { noteHtml } from "../../src/compile/note-html.ts";

test.for([
  ["", "<p></p>"],
  ["one line", "<p>one line</p>"],
  ["two\nlines", "<p>two</p><p>lines</p>"],
  ["from\r\nWindows", "<p>from</p><p>Windows</p>"],
  ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
  ['a & b, "c" &amp; d', "<p>a &amp; b, &quot;c&quot; &amp;amp; d</p>"],
] as const)("a note is kept as the editor keeps it: %j", ([text, html]) => {
  expect(noteHtml(text)).toBe(html);
});

test("no text becomes a tag", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(noteHtml(text).replaceAll(/<\/?p>/gu, "")).not.toMatch(/[<>"]/u);
    }),
  );
});
