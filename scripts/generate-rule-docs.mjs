// Fills in what the pages of docs/rules take from the rules themselves. `--check` writes nothing and fails when something
// is stale.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";

const root = fileURLToPath(new URL("..", import.meta.url));
const jiti = createJiti(import.meta.url);
const { renderRuleIndex, renderRulePage } = await jiti.import("./rule-page.ts");
const { rules } = await jiti.import("../src/lint/rules.generated.ts");

const folder = join(root, "docs/rules");
const pages = [
  [join(folder, "README.md"), (page) => renderRuleIndex(rules, page)],
  ...rules.map((rule) => [join(folder, `${rule.id}.md`), (page) => renderRulePage(rule, page)]),
];

const check = process.argv.includes("--check");
const missing = [];
const stale = [];
for (const [path, render] of pages) {
  if (!existsSync(path)) {
    missing.push(relative(root, path));
    continue;
  }
  const before = readFileSync(path, "utf8");
  const after = render(before);
  if (after === before) continue;
  if (check) stale.push(relative(root, path));
  else writeFileSync(path, after);
}
if (missing.length > 0) console.error(`Missing: ${missing.join(", ")}. Write what the rule is for and an example.`);
if (stale.length > 0) console.error(`Stale: ${stale.join(", ")}. Run \`node scripts/generate-rule-docs.mjs\`.`);
if (missing.length + stale.length > 0) process.exitCode = 1;
