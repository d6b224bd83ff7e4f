import { describe, expect, test } from "vitest";
import { formatMarkdown } from "../../../src/lint/formats/markdown.ts";
import { context, finding, HOSTILE, reportOf, suppressed } from "./reports.ts";

const shown = (...given: Parameters<typeof reportOf>): string => formatMarkdown(reportOf(...given), context());
const message = (text: string): string =>
  /^\| error \| `a\.json:4:7` \| (.*) \| `dangling-reference` \|$/mu.exec(shown([finding({ message: text })]))?.[1] ??
  "";

describe("the report as Markdown", () => {
  test("is one line when there is nothing to report", () => {
    expect(shown([])).toBe("### Cyanotype: 1 blueprint checked, nothing to report\n");
  });

  test("has a table of the worst", () => {
    const report = [finding({ severity: "warning", rule: "missing-error-handler", message: "No handler" }), finding()];
    expect(shown(report, { suppressed: [suppressed()] })).toMatchInlineSnapshot(`
      "### Cyanotype: 1 error, 1 warning in 1 blueprint, 1 suppressed

      | | where | what is wrong | rule |
      | --- | --- | --- | --- |
      | error | \`a.json:4:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | warning | \`a.json:4:7\` | No handler | \`missing-error-handler\` |
      "
    `);
  });

  test("shows ten of many, and all behind a fold, by file", () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      finding({ severity: index < 6 ? "warning" : "error", path: index < 3 ? "a.json" : "b.json", line: index + 1 }),
    );
    expect(shown(many)).toMatchInlineSnapshot(`
      "### Cyanotype: 6 errors, 6 warnings in 1 blueprint

      | | where | what is wrong | rule |
      | --- | --- | --- | --- |
      | error | \`b.json:7:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | error | \`b.json:8:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | error | \`b.json:9:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | error | \`b.json:10:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | error | \`b.json:11:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | error | \`b.json:12:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | warning | \`a.json:1:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | warning | \`a.json:2:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | warning | \`a.json:3:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |
      | warning | \`b.json:4:7\` | \`Tell (2)\` reads module \`9\`, which does not exist | \`dangling-reference\` |

      <details>
      <summary>All 12 findings</summary>

      \`a.json\`

      - 1:7 warning: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 2:7 warning: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 3:7 warning: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)

      \`b.json\`

      - 4:7 warning: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 5:7 warning: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 6:7 warning: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 7:7 error: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 8:7 error: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 9:7 error: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 10:7 error: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 11:7 error: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)
      - 12:7 error: \`Tell (2)\` reads module \`9\`, which does not exist (\`dangling-reference\`)

      </details>
      "
    `);
  });

  test("is never longer than GitHub takes", () => {
    const many = Array.from({ length: 5000 }, (_, line) => finding({ line: line + 1, message: "`x` ".repeat(20) }));
    const text = shown(many);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\n…and \d+ more\.\n\n<\/details>\n$/u);
  });

  test("tells what could not be checked", () => {
    const problems = [{ path: "b.json", message: "Expected a value, found `tru`" }, { message: "No file matches" }];
    expect(formatMarkdown(reportOf([finding()]), context({ problems }))).toContain(
      "**Not checked:**\n\n- `b.json`: Expected a value, found `tru`\n- No file matches\n\n| |",
    );
  });

  test.for<[what: string, given: string, expected: string]>([
    ["a quotation", "Read `1.a`, not `2.b`", "Read `1.a`, not `2.b`"],
    ["HTML", "<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"],
    ["HTML that is quoted", "`<b>`", "`<b>`"],
    ["a pipe", "a | b", "a &#124; b"],
    ["a pipe that is quoted", "`a|<b>`", "<code>a&#124;&#60;b&#62;</code>"],
    ["a backslash before a pipe", "`a\\|`", "<code>a&#92;&#124;</code>"],
    ["a backtick that is alone", "a ` b <i>", "a &#96; b &#60;i&#62;"],
    ["markup", "*a* _b_ ~c~ [d](e) $f$", "&#42;a&#42; &#95;b&#95; &#126;c&#126; &#91;d&#93;(e) &#36;f&#36;"],
    ["somebody's name", "@team", "@<!-- -->team"],
    ["an issue", "see #12", "see #<!-- -->12"],
    ["an address", "http://a.example www.b.example", "http:<!-- -->//a.example www.<!-- -->b.example"],
    ["an entity", "&lt;b&gt;", "&#38;lt;b&#38;gt;"],
    ["a line break", "a\n\n# b", "a  #<!-- --> b"],
  ])("shows %s as it is", ([, given, expected]) => {
    expect(message(given)).toBe(expected);
  });

  test("stays a table with a list, whatever names and messages hold", () => {
    const many = Array.from({ length: 11 }, () => finding({ path: HOSTILE, message: HOSTILE }));
    const text = shown(many);
    expect(text.split("\n").filter((line) => line.startsWith("| error |"))).toHaveLength(10);
    for (const row of text.split("\n").filter((line) => line.startsWith("|"))) expect(row.split("|")).toHaveLength(6);
    expect(text.replace(/<\/?(?:details|summary|code)>|<!-- -->/gu, "")).not.toContain("<");
  });
});
