// Fills in what the pages of docs/rules take from the rules themselves. `--check` writes nothing and fails when something
// is stale.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { writeOrCheck } from "./write-or-check.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const jiti = createJiti(import.meta.url);
const { renderRuleIndex, renderRulePage } = await jiti.import("./rule-page.ts");
const { renderConfigSchema } = await jiti.import("./config-schema.ts");
const { listedRules } = await jiti.import("../src/lint/listed-rules.ts");
const { rules } = await jiti.import("../src/lint/rules.generated.ts");
const { suppressionRules } = await jiti.import("../src/lint/suppression-rules.ts");

const pages = [
  ["docs/rules/README.md", renderRuleIndex],
  ...listedRules.map((rule) => [`docs/rules/${rule.id}.md`, (page) => renderRulePage(rule, page)]),
];
const missing = pages.map(([file]) => file).filter((file) => !existsSync(join(root, file)));
if (missing.length > 0) {
  console.error(`Missing: ${missing.join(", ")}. Write what the rule is for and an example.`);
  process.exitCode = 1;
}
const written = pages.filter(([file]) => !missing.includes(file));
const rendered = [];
for (const [file, render] of written) rendered.push([file, await render(readFileSync(join(root, file), "utf8"))]);
const schema = "schemas/config.schema.json";
const configSchema = renderConfigSchema(
  [...rules, ...suppressionRules],
  JSON.parse(readFileSync(join(root, schema), "utf8")),
);
rendered.push([schema, formatted(schema, JSON.stringify(configSchema))]);
writeOrCheck(root, rendered, "npm run docs");

/** As everything else in the repository is laid out. */
function formatted(path, text) {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "format", `--stdin-file-path=${path}`];
  return execFileSync(process.execPath, args, { cwd: root, input: text, encoding: "utf8" });
}
