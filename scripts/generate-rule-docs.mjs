// Fills in what the pages of docs/rules take from the rules themselves. `--check` writes nothing and fails when something
// is stale.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { writeOrCheck } from "./write-or-check.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const jiti = createJiti(import.meta.url);
const { renderRuleIndex, renderRulePage } = await jiti.import("./rule-page.ts");
const { rules } = await jiti.import("../src/lint/rules.generated.ts");

const pages = [
  ["docs/rules/README.md", (page) => renderRuleIndex(rules, page)],
  ...rules.map((rule) => [`docs/rules/${rule.id}.md`, (page) => renderRulePage(rule, page)]),
];
const missing = pages.map(([file]) => file).filter((file) => !existsSync(join(root, file)));
if (missing.length > 0) {
  console.error(`Missing: ${missing.join(", ")}. Write what the rule is for and an example.`);
  process.exitCode = 1;
}
const written = pages.filter(([file]) => !missing.includes(file));
const rendered = written.map(([file, render]) => [file, render(readFileSync(join(root, file), "utf8"))]);
writeOrCheck(root, rendered, "npm run docs");
