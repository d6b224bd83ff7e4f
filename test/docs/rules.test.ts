import { readdirSync, readFileSync } from "node:fs";
import { posix, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { besideOf, exampleOf, lintExample, renderRuleIndex, renderRulePage } from "../../scripts/rule-page.ts";
import { rules } from "../../src/lint/rules.generated.ts";

const FOLDER = new URL("../../docs/rules/", import.meta.url);
const readPage = (name: string): string => readFileSync(new URL(`${name}.md`, FOLDER), "utf8");

const pages = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md"))
  .map((file) => file.split(sep).join(posix.sep).slice(0, -".md".length))
  .filter((name) => name !== "README");

test("every rule has a page, and every page a rule", () => {
  expect(pages.sort()).toEqual(rules.map(({ id }) => id).sort());
});

test("the index is fresh", () => {
  const index = readPage("README");
  expect(renderRuleIndex(rules, index)).toBe(index);
});

describe.for(rules.filter(({ id }) => pages.includes(id)))("the page of $id", (rule) => {
  const page = readPage(rule.id);

  test("has its headings in order", () => {
    const headings = page.split("\n").filter((line) => /^##? /.test(line));
    expect(headings).toEqual([`# ${rule.id}`, "## Why", "## Bad", "## Good", "## When to ignore"]);
  });

  test("says something under each heading", () => {
    for (const section of page.split(/^##? .*$/m).slice(1)) expect(section.trim()).not.toBe("");
  });

  test("has a bad example that the rule reports", () => {
    expect(lintExample(rule, exampleOf(page, "bad") ?? "", besideOf(page))).not.toEqual([]);
  });

  test("has a good example that the rule is silent about", () => {
    expect(lintExample(rule, exampleOf(page, "good") ?? "", besideOf(page))).toEqual([]);
  });

  test("shows what the rule is and what the linter prints", () => {
    expect(page).toContain(`\n${rule.summary}.\n<!-- generated:end -->`);
    expect(page).toContain(`\n  rule    ${rule.id}\n`);
  });

  test("is fresh", () => {
    expect(renderRulePage(rule, page)).toBe(page);
  });
});
