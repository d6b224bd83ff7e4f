// Writes what the documents say about the program: what the linter prints, which modules there are. `--check` writes
// nothing and fails when something is stale. The pages of rules have a script of their own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { writeOrCheck } from "./write-or-check.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const jiti = createJiti(import.meta.url);
const source = (path) => jiti.import(join(root, "src", path));

/** The README shows exactly what the command prints. */
async function readme() {
  const { lintFiles } = await source("load/lint-files.ts");
  const { formatText } = await source("lint/formats/text.ts");
  const text = readFileSync(join(root, "README.md"), "utf8");
  const [, command] = /<!-- output of: cyanotype lint (\S+) -->/.exec(text);
  const { report, textOf } = await lintFiles([command], {
    cwd: root,
    preset: "recommended",
    out: join(root, "dist-blueprints"),
    stdinFilename: "",
  });
  const output = formatText(report, { textOf }).trimEnd();
  return [
    "README.md",
    text.replace(
      /(<!-- output of: [^\n]* -->\n```text\n)[\s\S]*?(```)/,
      (_, start, end) => `${start}${output}\n${end}`,
    ),
  ];
}

/** One row for each declared module. */
async function modules() {
  const { catalog } = await source("catalog/catalog.ts");
  const apps = Map.groupBy ? Map.groupBy(catalog.modules, ({ app }) => app) : grouped(catalog.modules);
  const evidence = ({ level, exports, by, why }) =>
    ({ observed: `${exports} exports`, documented: by, weak: `**weak**: ${why}` })[level];
  const marks = (module) =>
    [
      module.canFail && "can fail",
      module.writes && "writes",
      module.repeatable && module.writes && "repeatable",
      module.transactional && "transactional",
    ]
      .filter(Boolean)
      .join(", ");
  const sections = [...apps]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([app, list]) => {
      const rows = list
        .toSorted((a, b) => a.label.localeCompare(b.label))
        .map(
          (module) =>
            `| ${module.label} | \`${module.module}@${module.version}\` | ${module.kind} | ${module.summary} | ${marks(module)} | ${evidence(module.evidence)} |`,
        );
      return `## ${app}\n\n| module | identifier | kind | what it does | | evidence |\n| --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
    });
  const head = `# Modules\n\n<!-- Written by \`npm run docs\`: do not edit. -->\n\n${catalog.modules.length} modules of ${apps.size} apps are declared. The last column says how sure an identifier is: seen in so many genuine\nexports, named by Make's own documents, or weak.\n`;
  return ["docs/reference/modules.md", `${head}\n${sections.join("\n")}`];
}

function grouped(modules) {
  const apps = new Map();
  for (const module of modules) apps.set(module.app, [...(apps.get(module.app) ?? []), module]);
  return apps;
}

writeOrCheck(root, [await readme(), await modules()], "npm run docs");
