// Prints the mutation suite: each seeded fault with the rule that finds it and the place that it marks, beside which
// general tools tell the blueprint from the clean one at all. `--summary`: the sums only.

import { createJiti } from "jiti";
import { installedPeers, tellApart } from "./mutation-peers.mjs";

const jiti = createJiti(import.meta.url);
const { clean } = await jiti.import("../test/mutations/clean.ts");
const { themes } = await jiti.import("../test/mutations/faults.ts");
const { check, expectedIn, mutated } = await jiti.import("../test/mutations/mutation.ts");
const { nearMisses } = await jiti.import("../test/mutations/near-misses.ts");

const rows = Object.entries(themes).flatMap(([theme, mutations]) =>
  mutations.map((mutation) => {
    const blueprint = mutated(mutation);
    const found = expectedIn(mutation, blueprint, check(blueprint, mutation.finds, mutation.beside));
    return { theme, mutation, blueprint, found };
  }),
);
const told = tellApart(rows.map(({ blueprint, mutation }) => [blueprint, clean[mutation.in]]));
for (const [index, row] of rows.entries()) row.peers = installedPeers.map((peer) => told[peer][index]);
const groups = Object.keys(themes).map((theme) => ({ theme, rows: rows.filter((row) => row.theme === theme) }));

for (const { theme, rows: faults } of process.argv.includes("--summary") ? [] : groups) {
  console.log(`\n## ${theme}\n`);
  table(
    ["fault", "in", "rule", "found", "marks", ...installedPeers],
    faults.map(({ mutation: { fault, in: name, finds }, found, peers }) => [
      fault,
      name,
      finds,
      found ? "yes" : "NO",
      found ? shown(found.underlined) : "",
      ...peers.map((isTold) => (isTold ? "yes" : "-")),
    ]),
  );
}

console.log("");
table(
  ["faults by theme", "seeded", "found where they are", "recall", ...installedPeers],
  [...groups, { theme: "all", rows }].map(({ theme, rows: faults }) => {
    const found = count(faults, (row) => row.found);
    const peers = installedPeers.map((_, index) => count(faults, (row) => row.peers[index]));
    return [theme, faults.length, found, percent(found, faults.length), ...peers];
  }),
);
if (installedPeers.length === 1) console.log("\nESLint and Spectral are not installed: npm ci --prefix bench/peers");

const alarms = [
  ...Object.values(clean).filter((blueprint) => check(blueprint).length > 0),
  ...nearMisses.filter((nearMiss) => check(mutated(nearMiss), undefined, nearMiss.beside).length > 0),
];
console.log(
  `\n${Object.keys(clean).length} clean blueprints and ${nearMisses.length} near misses: ${alarms.length} with a finding`,
);
process.exitCode = rows.every(({ found }) => found) && alarms.length === 0 ? 0 : 1;

function count(items, test) {
  return items.filter(test).length;
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
