// Shows the findings of the fixed sample on genuine exports that nobody has judged yet, and what the judged ones come to.
// A verdict is a line in test/lint/precision/verdicts.json: "<key>": { "rule", "isTrue", "why" }. `--all` shows all of them.

import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url);
const { readVerdicts, sample } = await jiti.import("../test/lint/precision/sample.ts");
const { createLocator } = await jiti.import("../src/blueprint/locate.ts");
const { formatText } = await jiti.import("../src/lint/formats/text.ts");
const { createReport, locateFindings } = await jiti.import("../src/lint/report.ts");

const verdicts = readVerdicts();
const sampled = sample();
const sums = new Map();
for (const { key, file, text, finding } of sampled) {
  const verdict = verdicts[key];
  for (const name of [finding.rule, `(${finding.severity})`]) {
    const sum = sums.get(name) ?? { judged: 0, right: 0, open: 0 };
    if (verdict === undefined) sum.open++;
    else sum.judged++;
    if (verdict?.isTrue) sum.right++;
    sums.set(name, sum);
  }
  if (verdict !== undefined && !process.argv.includes("--all")) continue;
  const located = locateFindings({ path: file, findings: [finding], locate: createLocator(text) });
  const [block] = formatText(createReport([located], 1), { textOf: () => text }).split("\n\n1 ");
  console.log(`${block}\n  key     ${key}\n`);
}
console.log("| rule | judged | true | not judged |\n| --- | ---: | ---: | ---: |");
for (const [name, { judged, right, open }] of [...sums].sort()) {
  console.log(`| ${name.startsWith("(") ? name : `\`${name}\``} | ${judged} | ${right} | ${open} |`);
}
