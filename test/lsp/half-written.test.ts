import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver";
import { analyse } from "../../src/lsp/analysis.ts";
import { completion } from "../../src/lsp/completion.ts";
import { cursorAt } from "../../src/lsp/cursor.ts";
import { definition } from "../../src/lsp/definition.ts";
import { hover } from "../../src/lsp/hover.ts";
import { references } from "../../src/lsp/references.ts";
import { symbols } from "../../src/lsp/symbols.ts";
import { scenario } from "./scenario.ts";

const whole = JSON.stringify(
  scenario({ message: 'ü "{{1.number}}" {{lower(1.`First name`)}}', handler: "{{4.error}}", variable: "{{2.text" }),
  null,
  1,
);

/** The text with one piece of it gone, or something else in its place. */
const damaged = fc
  .record({
    start: fc.nat(whole.length),
    length: fc.nat(30),
    text: fc.constantFrom("", '"', "{", "}", "[", "]", ",", ":", "{{", "}}", "\\", "\\u12", "\n", "x", "1"),
  })
  .map(({ start, length, text }) => whole.slice(0, start) + text + whole.slice(start + length));

/** Every range that is told at an offset of a text. */
function rangesAt(text: string, offset: number): readonly Range[] {
  const analysis = analyse(text);
  const found = [hover(analysis, offset)?.range, definition(analysis, offset)];
  const items = completion(analysis, offset, { withSnippets: true });
  return [
    ...found.flatMap((range) => range ?? []),
    ...references(analysis, offset, { withModule: true }),
    ...symbols(analysis).map(({ range }) => range),
    ...items.flatMap(({ textEdit }) => (textEdit && "range" in textEdit ? textEdit.range : [])),
  ];
}

test("whatever a text looks like, all that is told of it stands in it", () => {
  fc.assert(
    fc.property(damaged, fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
      const lines = text.split("\n");
      for (const { start, end } of rangesAt(text, Math.floor(part * text.length))) {
        expect(start.line < end.line || (start.line === end.line && start.character <= end.character)).toBe(true);
        expect(end.character).toBeLessThanOrEqual(lines[end.line]?.length ?? -1);
      }
    }),
    { numRuns: 400 },
  );
});

test("fields are there in front of whatever is broken", () => {
  const at = whole.indexOf("1.`First name`") + "1.".length;
  fc.assert(
    fc.property(fc.nat(60), fc.constantFrom("", '"', "}", "{", "]", "x", "\n"), (length, text) => {
      const broken = whole.slice(0, at) + text + whole.slice(at + length);
      expect(cursorAt(broken, at)?.pointer).toBe("/flow/2/routes/0/flow/0/mapper/text");
      const items = completion(analyse(broken), at, { withSnippets: true });
      expect(items.map(({ label }) => label)).toContain("customer");
    }),
  );
});

test.for<[name: string, text: string]>([
  ["is empty", ""],
  ["is nested too deep to be read", `{"flow":${"[".repeat(200_000)}`],
  ["is no JSON at all", "<html>\n</html>"],
  ["ends in the middle of an escape", String.raw`{ "flow": [{ "module": "a\u12`],
  ["holds no object", "[1, 2"],
])("a text that %s is no obstacle", ([, text]) => {
  expect(() => rangesAt(text, text.length)).not.toThrow();
});
