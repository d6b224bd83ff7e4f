// Writes the reference of the mapping language's functions from their declarations. `--check` writes nothing and fails
// when it is stale.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { writeOrCheck } from "./write-or-check.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const jiti = createJiti(import.meta.url);
const { functions } = await jiti.import(join(root, "src/iml/functions.ts"));
const { keywords, variableFamilies } = await jiti.import(join(root, "src/iml/keywords.ts"));

const TITLES = {
  general: "General",
  math: "Numbers",
  text: "Texts and binary data",
  date: "Dates",
  array: "Arrays",
};

const code = (text) => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

function resultOf({ returns, params }) {
  if (typeof returns === "string")
    return returns === "any" ? "any value" : `a ${returns}`.replace("a array", "an array");
  if (returns.arrayOf) return `an array of ${returns.arrayOf}s`;
  if (returns.itemOf) return `an item of \`${returns.itemOf}\``;
  const names = returns.sameAs.map((name) => `\`${name}\``).join(" or ");
  const [first] = params.filter(({ name }) => name === returns.sameAs[0]);
  return first.type === "array" ? `an array of the same items as ${names}` : `what ${names} is`;
}

const typesOf = ({ type }) => [type].flat().join(" or ");

function parameterRows({ params }) {
  return params.map((param) => {
    const need = param.rest ? (param.optional ? "any number" : "one or more") : param.optional ? "may be left out" : "";
    return `| \`${param.name}\` | ${typesOf(param)} | ${need} |`;
  });
}

function exampleLine([expression, result, bundles]) {
  const given = Object.entries(bundles ?? {}).map(([id, bundle]) => `module ${id} gives ${JSON.stringify(bundle)}`);
  return [...given.map((line) => `-- ${line}`), `${expression}  →  ${JSON.stringify(result)}`].join("\n");
}

const section = (declaration) =>
  [
    `### ${declaration.name}`,
    `${code(declaration.signature)} gives ${resultOf(declaration)}`,
    `${declaration.summary}.${declaration.note === undefined ? "" : ` *${declaration.note}.*`}`,
    ["| parameter | type | |", "| --- | --- | --- |", ...parameterRows(declaration)].join("\n"),
    `\`\`\`text\n${declaration.examples.map(exampleLine).join("\n")}\n\`\`\``,
  ].join("\n\n");

const groups = Object.entries(TITLES).map(([group, title]) => {
  const members = [...functions.values()].filter((declaration) => declaration.group === group);
  return [`## ${title}`, ...members.map(section)].join("\n\n");
});

const keywordRows = [...keywords.values()].map(({ name, type, summary }) => `| \`${name}\` | ${type} | ${summary} |`);
const variableRows = [...variableFamilies].map(([name, summary]) => `| \`var.${name}.…\` | any | ${summary} |`);

const page = [
  "# Functions and keywords of Make's mapping language",
  "<!-- Written by `npm run docs`: do not edit. -->",
  `${functions.size} functions are built into scenarios. Names are case-sensitive, arguments are separated by \`;\`, and texts stand in double
quotes. The examples are tests; those with dates are evaluated in UTC. A sentence in italics tells where the evidence is weak:
[what is assumed there](../iml-fidelity.md). To try one: \`cyanotype eval 'upper("make")'\`.`,
  ...groups,
  "## Keywords and variables",
  ["| word | type | what it stands for |", "| --- | --- | --- |", ...keywordRows, ...variableRows].join("\n"),
];

writeOrCheck(root, [["docs/reference/functions.md", `${page.join("\n\n")}\n`]], "npm run docs");
