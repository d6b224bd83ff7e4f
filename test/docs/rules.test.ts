import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, resolve, sep } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { lintSource, sourceOf } from "../../scripts/example-source.ts";
import { besideOf, exampleOf, lintExample, renderRuleIndex, renderRulePage } from "../../scripts/rule-page.ts";
import { listedRules } from "../../src/lint/listed-rules.ts";

const FOLDER = new URL("../../docs/rules/", import.meta.url);
const readPage = (name: string): string => readFileSync(new URL(`${name}.md`, FOLDER), "utf8");

const pages = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md"))
  .map((file) => file.split(sep).join(posix.sep).slice(0, -".md".length))
  .filter((name) => name !== "README");

test("every rule has a page, and every page a rule", () => {
  expect(pages.sort()).toEqual(listedRules.map(({ id }) => id).sort());
});

test("the index is fresh", () => {
  const index = readPage("README");
  expect(renderRuleIndex(index)).toBe(index);
});

test("sources hold by their types, but for names of rules that there are not", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cyanotype-examples-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const name of pages) {
    for (const mark of ["bad", "good"] as const) {
      const text = sourceOf(readPage(name), mark)?.["orders.scenario.ts"];
      if (text !== undefined) writeFileSync(join(folder, `${name.replace("/", "-")}.${mark}.ts`), text);
    }
  }
  const paths = { cyanotype: [resolve("src/index.ts")], "cyanotype/apps": [resolve("src/apps.ts")] };
  const { compilerOptions } = JSON.parse(readFileSync("tsconfig.json", "utf8"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...compilerOptions, paths } }));
  const { stdout } = spawnSync("node_modules/.bin/tsc", ["-p", folder, "--pretty", "false"], { encoding: "utf8" });
  const red = stdout.split("\n").flatMap((line) => /([\w.-]+\.ts)\(/u.exec(line)?.[1] ?? []);
  expect(red).toEqual(["unknown-suppression.bad.ts"]);
});

describe.for(listedRules.filter(({ id }) => pages.includes(id)))("the page of $id", (rule) => {
  const page = readPage(rule.id);

  test("has its headings in order", () => {
    const headings = page.split("\n").filter((line) => /^##? /.test(line));
    expect(headings).toEqual([`# ${rule.id}`, "## Why", "## Bad", "## Good", "## When to ignore"]);
  });

  test("says something under each heading", () => {
    for (const section of page.split(/^##? .*$/m).slice(1)) expect(section.trim()).not.toBe("");
  });

  const [bad, good] = [exampleOf(page, "bad"), exampleOf(page, "good")];
  const [badSource, goodSource] = [sourceOf(page, "bad"), sourceOf(page, "good")];

  test("has a bad example and a good one of the same kind", () => {
    expect([bad === undefined, badSource === undefined]).toEqual([good === undefined, goodSource === undefined]);
    expect(bad ?? badSource).toBeDefined();
  });

  if (bad !== undefined) {
    test("has a bad example that the rule reports, and a good one that it is silent about", () => {
      expect(lintExample(rule, bad, besideOf(page))).not.toEqual([]);
      expect(lintExample(rule, good ?? "", besideOf(page))).toEqual([]);
    });
  }

  if (badSource !== undefined) {
    test("has a bad source that it reports, and a good one without a fault", async () => {
      const found = async (example = {}) => (await lintSource(rule, example)).report.findings.map((one) => one.rule);
      expect(await found(badSource)).toContain(rule.id);
      expect(await found(goodSource)).toEqual([]);
    });
  }

  test("shows what the rule is and what the linter prints", () => {
    expect(page).toContain(`\n${rule.summary}.\n<!-- generated:end -->`);
    expect(page).toContain(`\n  rule    ${rule.id}\n`);
  });

  test("is fresh", async () => {
    expect(await renderRulePage(rule, page)).toBe(page);
  });
});
