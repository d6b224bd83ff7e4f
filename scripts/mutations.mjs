// Prints the mutation suite: each seeded fault with the rule that finds it and the place that it marks, beside what
// JSON Schema alone (the published schema, run by ajv) says to the same blueprint. `--summary`: the sums only.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url);
const { clean } = await jiti.import("../test/mutations/clean.ts");
const { themes } = await jiti.import("../test/mutations/faults.ts");
const { check, expectedIn, mutated } = await jiti.import("../test/mutations/mutation.ts");
const { nearMisses } = await jiti.import("../test/mutations/near-misses.ts");

const schema = fileURLToPath(new URL("../schemas/blueprint.schema.json", import.meta.url));
const ajv = new Ajv({ strict: false, validateFormats: false });
const isValid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));

const isBrief = process.argv.includes("--summary");
const sums = [];

for (const [theme, mutations] of Object.entries(themes)) {
  const rows = mutations.map((mutation) => {
    const blueprint = mutated(mutation);
    const found = expectedIn(mutation, blueprint, check(blueprint, mutation.finds, mutation.beside));
    return { mutation, found, schema: !isValid(blueprint) };
  });
  sums.push({ theme, faults: rows.length, found: rows.filter(({ found }) => found).length, ajv: countAjv(rows) });
  if (isBrief) continue;
  console.log(`\n## ${theme}\n`);
  table(
    ["fault", "in", "rule", "found", "marks", "ajv"],
    rows.map(({ mutation: { fault, in: name, finds }, found, schema }) => [
      fault,
      name,
      finds,
      found ? "yes" : "NO",
      found ? shown(found.underlined) : "",
      schema ? "yes" : "-",
    ]),
  );
}

const total = {
  theme: "all",
  faults: sum("faults"),
  found: sum("found"),
  ajv: sum("ajv"),
};
console.log("");
table(
  ["faults by theme", "seeded", "found where they are", "recall", "ajv, schema only"],
  [...sums, total].map(({ theme, faults, found, ajv }) => [theme, faults, found, percent(found, faults), ajv]),
);

const alarms = [
  ...Object.values(clean).filter((blueprint) => check(blueprint).length > 0),
  ...nearMisses.filter((nearMiss) => check(mutated(nearMiss), undefined, nearMiss.beside).length > 0),
];
console.log(
  `\n${Object.keys(clean).length} clean blueprints and ${nearMisses.length} near misses: ${alarms.length} with a finding`,
);
process.exitCode = total.found === total.faults && alarms.length === 0 ? 0 : 1;

function countAjv(rows) {
  return rows.filter(({ schema }) => schema).length;
}

function sum(key) {
  return sums.reduce((all, row) => all + row[key], 0);
}

function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** One line of what is marked. */
function shown(text) {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  return `\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\``;
}

function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const [first, ...others] = cells.map(line);
  console.log([first, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...others].join("\n"));
}
