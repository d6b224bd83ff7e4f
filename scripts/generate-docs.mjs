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
const { authorFields } = await source("catalog/author-fields.ts");

/** The README shows exactly what the command prints. */
async function readme() {
  const { lintFiles } = await source("load/lint/lint-files.ts");
  const { formatText } = await source("lint/formats/text.ts");
  const text = readFileSync(join(root, "README.md"), "utf8");
  const [, command] = /<!-- output of: cyanotype lint (\S+) -->/.exec(text);
  const { report, textOf } = await lintFiles([command], {
    cwd: root,
    preset: "recommended",
    out: join(root, "dist-blueprints"),
    stdinFilename: "",
    today: "2027-01-31",
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

/** What authors call, what they must and may give, and what comes out: for each declared module. */
async function modules() {
  const namespaces = Object.entries(await source("apps.ts"));
  const apps = namespaces.map(([namespace, members]) => {
    const declared = Object.entries(members)
      .filter(([, member]) => member?.declaration !== undefined)
      .map(([name, { declaration }]) => ({ name: `${namespace}.${name}`, declaration }));
    return { title: declared[0]?.declaration.app ?? namespace, namespace, declared };
  });
  const count = apps.reduce((sum, { declared }) => sum + declared.length, 0);
  const sections = apps
    .filter(({ declared }) => declared.length > 0)
    .sort((a, b) => a.title.localeCompare(b.title) || a.namespace.localeCompare(b.namespace))
    .map(({ title, namespace, declared }) => {
      const entries = declared.toSorted((a, b) => a.name.localeCompare(b.name)).map(moduleEntry);
      return `## ${title} · \`${namespace}\`\n\n${entries.join("\n\n")}\n`;
    });
  const head = `# Modules

<!-- Written by \`npm run docs\`: do not edit. -->

${count} modules are declared. \`import { slack } from "cyanotype/apps"\`, then \`flow.step("Name", slack.createMessage({ … }))\`. Fields
in **bold** must be given. *Seen* tells in how many genuine exports a module was found; a module that is *assumed* may be called
differently in your account.
`;
  return ["docs/reference/modules.md", `${head}\n${sections.join("\n")}`];
}

function moduleEntry({ name, declaration }) {
  const { module, version, kind, summary, certain, output, evidence, ...facts } = declaration;
  const fields = authorFields(declaration).map((field) =>
    field.isRequired ? `**\`${field.name}\`**` : `\`${field.name}\``,
  );
  const outputs = Object.keys(output).map((key) => `\`${key}\``);
  const sure = {
    observed: `seen in ${evidence.exports}`,
    documented: `named by ${evidence.by}`,
    weak: `**assumed**: ${evidence.why}`,
  }[evidence.level];
  const marks = [
    kind,
    facts.canFail && "can fail",
    facts.writes && (facts.repeatable ? "writes, may run twice" : "writes"),
    facts.transactional && "transactional",
    certain && "has a certain form",
    sure,
  ].filter(Boolean);
  return [
    `**\`${name}\`** · \`${module}@${version}\` · ${marks.join(" · ")}  `,
    `${summary}${fields.length > 0 ? "  " : ""}`,
    ...(fields.length > 0 ? [`Takes ${fields.join(", ")}.${outputs.length > 0 ? "  " : ""}`] : []),
    ...(outputs.length > 0 ? [`Gives ${outputs.join(", ")}.`] : []),
  ].join("\n");
}

/** The README's picture of a reference scenario. */
async function picture() {
  const { readBlueprintFile } = await source("load/read-blueprint-file.ts");
  const { scenarioOf } = await source("model/scenario-of.ts");
  const { formatSvg } = await source("render/svg.ts");
  const { document } = await readBlueprintFile(join(root, "dist-blueprints/app/support-escalation-act.blueprint.json"));
  return ["docs/pictures/support-escalation-act.svg", formatSvg(scenarioOf(document))];
}

writeOrCheck(root, [await readme(), await modules(), await picture()], "npm run docs");
