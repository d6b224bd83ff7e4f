import { describe, expect, test } from "vitest";
import { pageText } from "../../src/cli/page-text.ts";
import { listedRules } from "../../src/lint/listed-rules.ts";
import { readRulePage } from "../../src/load/lint/rule-page.ts";
import { project } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const shown = (...args: readonly string[]): string => {
  const { folder } = project();
  return transcript(run(folder, ["explain", ...args]), folder);
};
const plain = (page: string): string => pageText(page, (_, text) => text);

describe("explain", () => {
  test("shows a rule's page", () => {
    expect(shown("iterator-without-array")).toMatchInlineSnapshot(`
      "iterator-without-array

      configuration · error (strict: error) · since 0.1.0

      An iterator has no list to go through.

      Why

      An iterator gives each item of a list as a bundle of its own. Without a list, Make refuses to run
      it: the field is required.

      Bad

        {
          "flow": [
            { "id": 1, "module": "gateway:CustomWebHook", "version": 1 },
            { "id": 2, "module": "builtin:BasicFeeder", "version": 1, "mapper": { "array": "" } }
          ]
        }

        blueprint.json:4:84  error  \`builtin:BasicFeeder (2)\` has no list to go through
          3 |     { "id": 1, "module": "gateway:CustomWebHook", "version": 1 },
          4 |     { "id": 2, "module": "builtin:BasicFeeder", "version": 1, "mapper": { "array": "" } }
            |                                                                                    ^^
          help    Map a list of an earlier module to \`mapper.array\`
          rule    iterator-without-array

        1 error in 1 blueprint

      Good

        {
          "flow": [
            { "id": 1, "module": "gateway:CustomWebHook", "version": 1 },
            { "id": 2, "module": "builtin:BasicFeeder", "version": 1, "mapper": { "array": "{{1.lines}}" } }
          ]
        }

      When to ignore

      Never: the scenario does not work as long as this is reported.
      [exit code 0]"
    `);
  });

  test("knows rules in any case, and those about suppressions", () => {
    expect(shown("Unused-Suppression")).toMatch(
      /^unused-suppression\n\nsuppressions · warning \(strict: error\) · since 0\.1\.0\n\nA suppression hides nothing\./u,
    );
  });

  test.for<[rule: string, help: string]>([
    ["dangling-refernce", "Did you mean `dangling-reference`?"],
    ["default-not-option", "Did you mean `hitl/default-not-option`?"],
    ["zzzz", "`cyanotype rules` lists all"],
    ["../../README", "`cyanotype rules` lists all"],
    ["README", "`cyanotype rules` lists all"],
  ])("does not know %s", ([rule, help]) => {
    expect(shown(rule)).toBe(`[stderr]\nerror  There is no rule \`${rule}\`\n  help    ${help}\n[exit code 2]`);
  });

  test("asks for a rule", () => {
    expect(shown()).toContain("error  `cyanotype explain` is given no `<rule>`");
  });

  test("paints for a terminal that wants colours", () => {
    const { folder } = project();
    const { stdout } = run(folder, ["explain", "dangling-reference"], { env: { FORCE_COLOR: "1" } });
    expect(stdout).toContain("\u001b[1mWhy\u001b[22m\n");
  });
});

describe("a page in the terminal", () => {
  test.for(listedRules.map(({ id }) => id))("is readable: %s", (id) => {
    const text = plain(readRulePage(id) ?? "");
    expect(text).not.toMatch(/^#|```|<!--|\]\(/mu);
    expect(text).not.toMatch(/\n\n\n|^\n|\n\n$/u);
    expect(text).toMatch(/^Why\n\n[\s\S]*^Bad\n\n[\s\S]*^Good\n\n[\s\S]*^When to ignore\n\n/mu);
  });

  test.for<[what: string, page: string, text: string]>([
    ["paragraphs are filled anew", `a\n${"b ".repeat(60)}`, `a${" b".repeat(49)}\n${"b ".repeat(11).trimEnd()}\n`],
    ["lists stay lists", "* one\n  goes on\n* two\n\n1. three", "* one goes on\n* two\n\n1. three\n"],
    [
      "a link to a page is its words",
      "see [`a`](a.md) and [b](https://b.example)",
      "see `a` and b (https://b.example)\n",
    ],
    [
      "code stays as it is written",
      "x\n\n```json\n{\n\n  # no heading\n}\n```\n",
      "x\n\n  {\n\n    # no heading\n  }\n",
    ],
    ["tables stay", "| a | b |\n| - | - |", "| a | b |\n| - | - |\n"],
    ["marks of generated parts are left out", "<!-- x:start -->\na\n<!-- x:end -->\n\nb", "a\n\nb\n"],
  ])("%s", ([, page, text]) => {
    expect(plain(page)).toBe(text);
  });
});
