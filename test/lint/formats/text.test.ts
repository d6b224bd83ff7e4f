import { describe, expect, test } from "vitest";
import { formatText } from "../../../src/lint/formats/text.ts";
import { finding, reportOf } from "./reports.ts";

const report = reportOf([
  finding({ help: "Read a module that runs before it, or put the number into backticks for the whole bundle" }),
]);
const textOf = () => `\n\n\n"text": "{{9.x}} and ${"much ".repeat(40)}"`;

describe("findings in words", () => {
  test("are as wide as they must be where nobody says how wide a line is", () => {
    expect(formatText(report, { textOf })).toMatchInlineSnapshot(`
      "a.json:4:7  error  \`Tell (2)\` reads module \`9\`, which does not exist
        4 | "text": "{{9.x}} and much much much much much much much much much much much much much much much much…
          |       ^^^^^
        help    Read a module that runs before it, or put the number into backticks for the whole bundle
        rule    dangling-reference

      1 error in 1 blueprint
      "
    `);
  });

  test("are as wide as a terminal, with a link to the page of the rule", () => {
    const text = formatText(report, { textOf, columns: 50, linkOf: (rule) => `<${rule}>` });
    expect(text).toMatchInlineSnapshot(`
      "a.json:4:7  error  \`Tell (2)\` reads module \`9\`, which does not exist
        4 | "text": "{{9.x}} and much much much much m…
          |       ^^^^^
        help    Read a module that runs before it, or
                put the number into backticks for the
                whole bundle
        rule    <dangling-reference>

      1 error in 1 blueprint
      "
    `);
    for (const line of text.split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(50);
  });
});
